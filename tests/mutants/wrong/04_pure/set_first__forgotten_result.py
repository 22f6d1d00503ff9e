# why: .at builds a new array, and nobody keeps it
# misconception: update-dropped
def set_first(x, value):
    new = jnp.array(x)
    new.at[0].set(value)
    return new
