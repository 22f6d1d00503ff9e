# why: Differentiates the squared differences without the sum.
# misconception: non-scalar
def grad_first(x, y):
    return jax.grad(lambda x, y: (x - y) ** 2)(x, y)
