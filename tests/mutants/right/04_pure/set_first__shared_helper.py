# why: three tasks through one pure helper that picks the method of .at by name
# tasks: set_first, scale_row, add_at
def changed(a, where, how, what):
    """A new array, made with a.at[where].<how>(what)."""
    return getattr(jnp.asarray(a).at[where], how)(what)


def set_first(x, value):
    return changed(x, 0, "set", value)


def scale_row(matrix, row, factor):
    return changed(matrix, row, "multiply", factor)


def add_at(x, indices, amounts):
    return changed(x, indices, "add", amounts)
