# why: len(x) counts the rows, not the entries, so only vectors come out right
def standardize(x):
    n = len(x)
    mean = jnp.sum(x) / n
    std = jnp.sqrt(jnp.sum((x - mean) ** 2) / n)
    return (x - mean) / std
