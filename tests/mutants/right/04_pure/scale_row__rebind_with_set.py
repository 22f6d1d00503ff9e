# why: rebinding the parameter name is no side effect
def scale_row(matrix, row, factor=2):
    matrix = jnp.asarray(matrix)
    matrix = matrix.at[row, :].set(matrix[row, :] * factor)
    print("scaled row", row)
    return matrix
