# why: the new array is thrown away
# misconception: update-dropped
def scale_row(matrix, row, factor):
    out = jnp.asarray(matrix)
    out.at[row].multiply(factor)
    return out
