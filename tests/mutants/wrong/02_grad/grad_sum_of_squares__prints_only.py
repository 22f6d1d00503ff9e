# why: Prints the gradient and returns None.
def grad_sum_of_squares(x):
    g = jax.grad(lambda v: jnp.sum(v**2))
    print("gradient:", g(x))
