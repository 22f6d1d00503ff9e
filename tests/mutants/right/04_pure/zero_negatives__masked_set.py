# why: .at with a boolean mask and a plain number
def zero_negatives(x):
    x = jnp.asarray(x)
    return x.at[x < 0].set(0)
