# why: the function under grad returns an array; works at a single number only
# misconception: non-scalar
def grad_sum_of_squares(x):
    return jax.grad(lambda t: jnp.sum(t ** 2, axis=0))(x)
