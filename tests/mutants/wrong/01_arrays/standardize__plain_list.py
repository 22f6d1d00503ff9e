# why: a list comes out, not an array
def standardize(x):
    m = float(jnp.mean(x))
    s = float(jnp.std(x))
    return [(v - m) / s for v in x]
