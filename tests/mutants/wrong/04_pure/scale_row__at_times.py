# why: stops at .at[row] and tries to multiply the helper by a number
# misconception: at-unfinished
def scale_row(matrix, row, factor):
    m = jnp.asarray(matrix)
    return m.at[row] * factor
