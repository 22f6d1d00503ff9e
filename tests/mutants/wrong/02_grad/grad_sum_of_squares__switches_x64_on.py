# why: Turns on 64 bit for the whole session from inside the function.
def grad_sum_of_squares(x):
    jax.config.update("jax_enable_x64", True)  # more digits
    return jax.grad(lambda v: jnp.sum(v**2))(jnp.asarray(x))
