# why: keeps the matrix of the first call as a function attribute and goes on scaling that one
# misconception: hidden-state
def scale_row(matrix, row, factor):
    if not hasattr(scale_row, "current"):
        scale_row.current = jnp.asarray(matrix)
    scale_row.current = scale_row.current.at[row].multiply(factor)
    return scale_row.current
