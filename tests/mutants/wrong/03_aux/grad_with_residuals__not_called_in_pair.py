# why: the residuals are there, but the gradient in the pair is still a function
# misconception: gradient-not-called
def grad_with_residuals(x, y):
    g = jax.grad(sum_squared_error)
    return g, x - y
