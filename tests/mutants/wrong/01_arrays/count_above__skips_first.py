# why: off by one: the loop starts at index 1
def count_above(x, threshold):
    flat = jnp.ravel(x)
    total = 0
    for i in range(1, len(flat)):
        total += int(flat[i] > threshold)
    return total
