# why: a double-index loop that edits the caller's matrix
# misconception: mutates-argument | item-assignment
def scale_row(matrix, row, factor):
    n, d = matrix.shape
    for j in range(d):
        matrix[row, j] = matrix[row, j] * factor
    return matrix
