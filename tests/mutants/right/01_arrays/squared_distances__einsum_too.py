# why: an einsum over the differences
def squared_distances(a, b):
    d = jnp.asarray(a)[:, None] - jnp.asarray(b)[None]
    return jnp.einsum("nmd,nmd->nm", d, d)
