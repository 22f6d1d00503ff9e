# why: makes an integer of the factor: 2.5 becomes 2
def scale_row(matrix, row: int, factor: int):
    m = jnp.asarray(matrix)
    return m.at[int(row)].multiply(int(factor))
