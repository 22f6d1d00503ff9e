# why: does not make the matrix a JAX array first
# misconception: at-on-numpy
def scale_row(matrix, row, factor):
    return matrix.at[row].multiply(factor)
