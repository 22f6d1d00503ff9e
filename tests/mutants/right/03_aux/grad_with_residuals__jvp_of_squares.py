# why: every square depends on its own entry only, so a tangent of ones gives the whole gradient in forward mode
def grad_with_residuals(x, y):
    x = jnp.asarray(x)
    _, gradient = jax.jvp(lambda x: (x - y) ** 2, (x,), (jnp.ones_like(x),))
    return gradient, x - y
