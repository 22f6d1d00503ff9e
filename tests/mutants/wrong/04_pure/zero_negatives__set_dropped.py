# why: the result of .set is not kept
# misconception: update-dropped
def zero_negatives(x):
    y = jnp.asarray(x)
    y.at[y < 0].set(0)
    return y
