# why: A new axis makes all pairs (i, j), and each entry gets the errors against every y.
# misconception: broadcast-nxn
def grad_first(x, y):
    def loss(x):
        d = jnp.reshape(x, (-1, 1)) - jnp.reshape(y, (1, -1))
        return jnp.sum(d**2)

    return jax.grad(loss)(jnp.asarray(x))
