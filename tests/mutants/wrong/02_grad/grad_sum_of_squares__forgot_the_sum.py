# why: Differentiates the squares themselves; works only for a single number of shape ().
# misconception: non-scalar
square = lambda v: v**2


def grad_sum_of_squares(x):
    return jax.grad(square)(x)
