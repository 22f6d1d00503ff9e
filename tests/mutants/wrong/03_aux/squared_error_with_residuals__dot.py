# why: r . r is the sum of squares for vectors, but a matrix product for matrices
def squared_error_with_residuals(x, y):
    r = x - y
    return jnp.dot(r, r), r
