# why: Subtracts a column from a row, so that every y meets every x.
# misconception: broadcast-nxn
def grad_second(x, y):
    diff = jnp.atleast_1d(y)[:, None] - jnp.atleast_1d(x)
    return 2 * diff.sum(axis=1)
