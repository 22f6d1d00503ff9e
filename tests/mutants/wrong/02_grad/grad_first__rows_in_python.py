# why: Loops over rows and columns of x; only a table has both.
def grad_first(x, y):
    rows, cols = x.shape
    out = [[2 * (x[i, j] - y[i, j]) for j in range(cols)] for i in range(rows)]
    return jnp.array(out)
