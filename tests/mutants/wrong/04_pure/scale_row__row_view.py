# why: the row of a NumPy matrix is a view, so the caller's data change; with a JAX matrix the result is lost
# misconception: mutates-argument | update-dropped
def scale_row(matrix, row, factor):
    my_row = matrix[row]
    my_row *= factor
    return matrix
