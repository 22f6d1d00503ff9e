# why: Squares the sum instead of summing the squares.
def grad_sum_of_squares(x):
    f = lambda x: jnp.sum(x) ** 2
    return jax.grad(f)(x)
