# why: Took the mean of the squares, so that everything is too small by the size.
def grad_sum_of_squares(x):
    return jax.grad(lambda v: jnp.mean(v**2))(x)
