# why: the example held integers, so the copy is made of integers and 2.5 becomes 2
# misconception: int-truncates
def set_first(x, value):
    x = jnp.asarray(x).astype(int)
    return x.at[0].set(jnp.asarray(value).astype(int))
