# why: a shortcut hands the caller's own NumPy array back when nothing changes, so both share their memory
def scale_row(matrix, row, factor):
    if factor == 1:
        return matrix  # nothing to do
    new = np.array(matrix)
    new[row] = new[row] * factor
    return new
