# why: the gradient is twice the residuals
def grad_with_residuals(x, y):
    def f(x, y):
        return sum_squared_error(x, y), x - y

    residuals = f(jnp.asarray(x), jnp.asarray(y))[1]
    return 2.0 * residuals, residuals
