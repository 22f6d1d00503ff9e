# why: picks the places and stops
# misconception: at-unfinished
def zero_negatives(x):
    x = jnp.asarray(x)
    return x.at[x < 0]
