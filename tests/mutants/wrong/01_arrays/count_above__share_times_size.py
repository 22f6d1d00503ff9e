# why: multiplies the share by the size and gets a float
def count_above(x, threshold):
    share = jnp.mean(x > threshold)
    return share * x.size
