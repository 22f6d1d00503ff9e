# why: multiplies inside the caller's matrix; raises TypeError on a JAX array
# misconception: mutates-argument | item-assignment
def scale_row(matrix, row, factor):
    matrix[row] *= factor
    return matrix
