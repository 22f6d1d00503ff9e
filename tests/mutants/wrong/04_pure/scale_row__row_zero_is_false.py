# why: "if row" is False for row 0, so the first row is never scaled
def scale_row(matrix, row, factor):
    m = jnp.asarray(matrix)
    if row:
        m = m.at[row].multiply(factor)
    return m
