# why: mixed up .at with NumPy's way: assigns to .at[0], which is not possible
# misconception: item-assignment | at-unfinished
def set_first(x, value):
    x = jnp.asarray(x)
    x.at[0] = value
    return x
