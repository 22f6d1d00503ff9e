# why: replaces the row by the factor
def scale_row(matrix, row, factor):
    return jnp.asarray(matrix).at[row].set(factor)
