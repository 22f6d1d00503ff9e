# why: list(matrix) of a NumPy array is a list of views, and *= writes through
# misconception: mutates-argument
def scale_row(matrix, row, factor):
    rows = list(matrix)
    rows[row] *= factor
    return jnp.stack(rows)
