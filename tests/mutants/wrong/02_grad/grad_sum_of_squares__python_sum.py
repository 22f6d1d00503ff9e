# why: Python's `sum` adds the rows of a table (not a scalar) and cannot walk a single number.
# misconception: non-scalar
def grad_sum_of_squares(x):
    def total(v):
        return sum(v**2)

    g = jax.grad(total)
    return g(x)
