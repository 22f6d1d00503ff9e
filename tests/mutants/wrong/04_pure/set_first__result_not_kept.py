# why: calls .at[0].set but does not keep the new array
# misconception: update-dropped
def set_first(x, value):
    x = jnp.asarray(x)
    x.at[0].set(value)
    return x
