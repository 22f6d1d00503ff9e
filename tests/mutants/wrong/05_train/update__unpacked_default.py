# why: a loss of w and b separately, and the gradient of w used for both
# misconception: argnums-default
def update(theta, x, y, lr=0.1):
    w, b = theta

    def f(w, b):
        return loss_fn(jnp.stack([w, b]), x, y)

    g = jax.grad(f)(w, b)
    return jnp.array([w - lr * g, b - lr * g])
