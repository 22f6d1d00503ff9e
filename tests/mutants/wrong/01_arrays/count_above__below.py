# why: turns the comparison round
def count_above(x, threshold):
    return jnp.sum(x < threshold)
