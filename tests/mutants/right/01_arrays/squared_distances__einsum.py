# why: the square and the sum in one einsum over the differences
def squared_distances(a, b):
    d = jnp.subtract(a[:, None, :], b[None, :, :])
    return jnp.einsum("nmd,nmd->nm", d, d)
