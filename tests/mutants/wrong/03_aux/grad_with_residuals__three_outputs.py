# why: returns loss, residuals and y from the inner function, but has_aux wants exactly two
# misconception: aux-not-a-pair
def grad_with_residuals(x, y):
    def loss(x):
        residuals = x - y
        return sum_squared_error(x, y), residuals, y

    gradient, residuals, _ = jax.grad(loss, has_aux=True)(x)
    return gradient, residuals
