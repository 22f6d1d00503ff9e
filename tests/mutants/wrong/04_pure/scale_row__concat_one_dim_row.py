# why: matrix[row] has one axis less, so concatenate raises
def scale_row(matrix, row, factor):
    m = jnp.asarray(matrix)
    return jnp.concatenate([m[:row], m[row] * factor, m[row + 1 :]])
