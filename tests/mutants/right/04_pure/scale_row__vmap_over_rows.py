# why: a small function for one row, mapped over all of them
def scale_row(matrix, row, factor):
    def one(i, r):
        return jnp.where(i == row, r * factor, r)

    matrix = jnp.asarray(matrix)
    return jax.vmap(one)(jnp.arange(len(matrix)), matrix)
