# why: a walrus and a dot product
def squared_error_with_residuals(x, y):
    return jnp.vdot(r := jnp.subtract(x, y), r), r
