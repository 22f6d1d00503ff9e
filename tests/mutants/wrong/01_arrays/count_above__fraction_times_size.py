# why: fraction times size is a float, and rounding down loses one now and then
def count_above(x, threshold):
    fraction = jnp.mean(x > threshold)
    return int(fraction * x.size)
