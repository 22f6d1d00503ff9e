# why: gives jnp.sum an out=, which JAX does not implement
# misconception: out-argument
def squared_distances(a, b):
    res = jnp.empty((a.shape[0], b.shape[0]))
    jnp.sum((a[:, None, :] - b[None, :, :]) ** 2, axis=-1, out=res)
    return res
