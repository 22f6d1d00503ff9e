# why: makes the entries integers before the comparison, which cuts off their decimals
# misconception: int-truncates
def count_above(x, threshold):
    whole = jnp.asarray(x).astype(jnp.int32)
    return jnp.sum(whole > threshold)
