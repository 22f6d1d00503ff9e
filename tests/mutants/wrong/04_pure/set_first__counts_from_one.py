# why: counts places from 1
def set_first(x, value):
    # first -> 1
    return jnp.array(x).at[1].set(value)
