# why: casts the factor to an integer as in the example, so 0.5 becomes 0
# misconception: int-truncates
def scale_row(matrix, row, factor):
    return jnp.asarray(matrix).at[row].multiply(int(factor))
