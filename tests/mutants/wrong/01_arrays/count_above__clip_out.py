# why: clips with out=x, which overwrites the caller's numbers
# misconception: mutates-argument
def count_above(x, threshold):
    np.clip(x, threshold, None, out=x)
    return jnp.sum(x != threshold)
