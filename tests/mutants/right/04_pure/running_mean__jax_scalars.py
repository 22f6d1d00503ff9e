# why: everything as JAX scalars
def running_mean(state, x):
    new = jnp.asarray(state[0]) + 1, jnp.asarray(state[1], float) + x
    return new, jnp.divide(new[1], new[0])
