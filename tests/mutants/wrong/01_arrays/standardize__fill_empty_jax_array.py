# why: fills a JAX array entry by entry, which JAX arrays do not allow
# misconception: item-assignment
def standardize(x):
    result = jnp.zeros(x.size)
    mean = jnp.mean(x)
    std = jnp.std(x)
    for i, v in enumerate(x.ravel()):
        result[i] = (v - mean) / std
    return result.reshape(x.shape)
