# why: moves the slope only
# misconception: leaf-not-updated
def update(theta, x, y, lr=0.1):
    w, b = theta
    dw = jax.grad(loss_fn)(theta, x, y)[0]
    return jnp.array([w - lr * dw, b])
