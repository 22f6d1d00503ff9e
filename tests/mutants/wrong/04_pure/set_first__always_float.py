# why: turns everything into float32, so integers do not stay integers
def set_first(x, value):
    x = jnp.asarray(x, dtype=jnp.float32)
    return x.at[0].set(value)
