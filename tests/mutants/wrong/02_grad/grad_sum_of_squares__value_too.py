# why: hands back value and gradient together
def grad_sum_of_squares(x):
    return jax.value_and_grad(lambda v: (v ** 2).sum())(x)
