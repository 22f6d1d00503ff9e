# why: The norm has no slope at the origin, so an x of zeros gives NaN where the gradient is 0.
def grad_sum_of_squares(x):
    # sum of squares == norm squared
    return jax.grad(lambda v: jnp.linalg.norm(jnp.ravel(v)) ** 2)(jnp.asarray(x))
