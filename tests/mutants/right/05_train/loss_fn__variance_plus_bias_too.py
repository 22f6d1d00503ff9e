# why: mean square = variance + squared mean
def loss_fn(theta, x, y):
    e = theta[0] * x + theta[1] - jnp.asarray(y)
    return jnp.var(e) + jnp.mean(e) ** 2
