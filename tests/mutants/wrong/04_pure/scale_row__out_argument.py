# why: out= writes into the caller's matrix (and a JAX array does not allow it)
# misconception: mutates-argument | out-argument
def scale_row(matrix, row, factor):
    np.multiply(matrix[row], factor, out=matrix[row])
    return matrix
