# why: flattens to be able to add up, and hands the flat residuals out
def squared_error_with_residuals(x, y):
    r = jnp.ravel(x) - jnp.ravel(y)
    return r @ r, r
