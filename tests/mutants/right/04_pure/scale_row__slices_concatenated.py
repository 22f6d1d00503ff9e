# why: what is above, the row, what is below
def scale_row(matrix, row, factor):
    row = int(row)
    above, here, below = matrix[:row], matrix[row : row + 1], matrix[row + 1 :]
    return jnp.concatenate((above, jnp.multiply(here, factor), below), axis=0)
