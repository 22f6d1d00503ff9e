# why: keeps the old theta where the step is too long and leads uphill, which is another method
def update(theta, x, y, lr=0.1):
    new = theta - lr * jax.grad(loss_fn)(theta, x, y)
    return jnp.where(loss_fn(new, x, y) <= loss_fn(theta, x, y), new, theta)
