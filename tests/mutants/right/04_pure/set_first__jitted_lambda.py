# why: a jitted lambda instead of a def
set_first = jax.jit(lambda x, value: x.at[0].set(value))
