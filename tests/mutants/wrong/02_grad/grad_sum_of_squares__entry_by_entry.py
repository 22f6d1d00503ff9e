# why: a loop over the first axis with float(): no matrices, no single numbers
def grad_sum_of_squares(x):
    slope = jax.grad(lambda t: t * t)
    return jnp.array([slope(float(v)) for v in x])
