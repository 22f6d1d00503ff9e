# why: the loop variable is a view of the row, so *= writes through to the caller's NumPy matrix
# misconception: mutates-argument
def scale_row(matrix, row, factor):
    rows = []
    for i, r in enumerate(matrix):
        if i == row:
            r *= factor
        rows.append(r)
    return jnp.stack([jnp.array(r) for r in rows])
