# why: forgot the return, so the function gives None
# misconception: update-dropped | returns-nothing
def set_first(x, value):
    jnp.asarray(x).at[0].set(value)
