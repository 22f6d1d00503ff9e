# why: the difference is written into the caller's x
# misconception: mutates-argument
def squared_error_with_residuals(x, y):
    x -= y
    return jnp.sum(x ** 2), x
