# why: the same helper edits the caller's array for three tasks; hiding the assignment in a helper does not make it pure
# misconception: mutates-argument | item-assignment
# tasks: set_first, scale_row, zero_negatives
def _put(a, where, what):
    a[where] = what
    return a


def set_first(x, value):
    return _put(x, 0, value)


def scale_row(matrix, row, factor):
    return _put(matrix, row, matrix[row] * factor)


def zero_negatives(x):
    return _put(x, x < 0, 0)
