# why: the gradient is made unit length where it is longer than 1
def update(theta, x, y, lr=0.1):
    g = jax.grad(loss_fn)(theta, x, y)
    norm = jnp.linalg.norm(g)
    g = jnp.where(norm > 1.0, g / norm, g)
    return theta - lr * g
