# why: multiplies from the left by a diagonal matrix in the matrix's own dtype
def scale_row(matrix, row, factor):
    m = jnp.asarray(matrix)
    d = jnp.ones(m.shape[0], m.dtype).at[row].set(factor)
    return jnp.einsum("i,ij->ij", d, m)
