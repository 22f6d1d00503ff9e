# why: returns the index helper and not an array
# misconception: at-unfinished
def set_first(x, value):
    new_x = jnp.asarray(x)
    return new_x.at[0]
