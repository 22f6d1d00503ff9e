# why: wanted more digits and switched jax_enable_x64 on for the whole session
def set_first(x, value):
    jax.config.update("jax_enable_x64", True)
    x = jnp.asarray(x)
    return x.at[0].set(value)
