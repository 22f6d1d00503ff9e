# why: int() of share times size cuts off when the float is a hair below the whole number (15 of 29)
def count_above(x, threshold):
    return int(jnp.mean(x > threshold) * x.size)
