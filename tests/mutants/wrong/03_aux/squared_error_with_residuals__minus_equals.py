# why: x -= y writes the residuals into the caller's NumPy array
# misconception: mutates-argument
def squared_error_with_residuals(x, y):
    x -= y
    return jnp.sum(x**2), x
