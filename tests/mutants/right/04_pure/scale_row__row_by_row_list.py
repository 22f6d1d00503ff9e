# why: plain Python: a list of new rows, none of them edited
def scale_row(matrix, row, factor):
    new_rows = []
    for i, r in enumerate(np.asarray(matrix)):
        if i == row:
            r = r * factor  # a new array, r is only a name
        new_rows.append(r)
    return np.stack(new_rows)
