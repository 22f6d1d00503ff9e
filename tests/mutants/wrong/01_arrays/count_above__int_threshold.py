# why: makes the threshold an int "to compare integers with integers"
# misconception: int-truncates
def count_above(x, threshold):
    return jnp.sum(x > int(threshold))
