# why: `v @ v` is the sum of squares of a vector only; a table or a single number fails.
def grad_sum_of_squares(x):
    return jax.grad(lambda v: v @ v)(x)
