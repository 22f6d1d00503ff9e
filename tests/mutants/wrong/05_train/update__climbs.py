# why: goes up
# misconception: ascent
def update(theta, x, y, lr=0.1):
    g = jax.grad(lambda t: jnp.mean((t[0] * x + t[1] - y) ** 2))(jnp.asarray(theta))
    return jax.tree.map(lambda p, d: p + lr * d, theta, g)
