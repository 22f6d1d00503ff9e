# why: a comprehension over the rows, stacked again
def set_first(x, value):
    x = jnp.asarray(x)
    rows = [jnp.full_like(row, value) if i == 0 else row for i, row in enumerate(x)]
    return jnp.stack(rows)
