# why: adds up the signs of the differences, so the entries below are subtracted
def count_above(x, threshold):
    d = jnp.asarray(x) - threshold
    return jnp.sum(jnp.sign(d)).astype(int)
