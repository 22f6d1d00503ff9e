# why: no has_aux
# misconception: aux-missing
def grad_with_residuals(x, y):
    def f(x):
        return sum_squared_error(x, y), x - y

    return jax.grad(f)(x)
