# why: indexes with a Python list, which JAX does not allow
# misconception: list-index
def scale_row(matrix, row, factor):
    m = jnp.asarray(matrix)
    return m.at[[row]].multiply(factor)
