# why: a loop over the points with a static number of turns
def loss_fn(theta, x, y):
    x, y = jnp.asarray(x, float), jnp.asarray(y, float)
    n = x.shape[0]

    def add(i, total):
        return total + (theta[0] * x[i] + theta[1] - y[i]) ** 2

    return jax.lax.fori_loop(0, n, add, jnp.zeros(())) / n
