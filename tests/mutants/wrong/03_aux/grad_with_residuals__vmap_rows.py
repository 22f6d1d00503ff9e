# why: maps the derivative of one square over the first axis, which works for vectors only
def grad_with_residuals(x, y):
    slope = jax.vmap(jax.grad(lambda a, b: (a - b) ** 2))
    return slope(x, y), x - y
