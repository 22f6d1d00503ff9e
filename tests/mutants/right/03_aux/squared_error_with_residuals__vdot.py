# why: vdot flattens both, so r . r is the sum of squares in any shape
def squared_error_with_residuals(x, y):
    r = jnp.subtract(x, y)
    return jnp.vdot(r, r), r
