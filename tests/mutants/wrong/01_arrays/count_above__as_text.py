# why: returns a sentence with the number
def count_above(x, threshold):
    return f"{jnp.sum(x > threshold)} entries"
