# why: differentiates with respect to w and b as two arguments and puts them together again
def update(theta, x, y, lr=0.1):
    w, b = jnp.asarray(theta)

    def f(w, b):
        return loss_fn(jnp.array([w, b]), x, y)

    dw, db = jax.grad(f, argnums=(0, 1))(w, b)
    return jnp.array([w - lr * dw, b - lr * db])
