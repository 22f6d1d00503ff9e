# why: .at[].apply with a closure, and a warning about a factor of one
import warnings


def scale_row(matrix, row, factor):
    if factor == 1:
        warnings.warn("nothing to scale")
    return jnp.asarray(matrix).at[row].apply(lambda r: r * factor)
