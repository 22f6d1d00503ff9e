# why: caching a constant with functools is no hidden state
import functools


@functools.cache
def row_numbers(n):
    return tuple(range(n))


def scale_row(matrix, row, factor):
    m = jnp.asarray(matrix)
    hit = np.array([r == row for r in row_numbers(m.shape[0])])
    return jnp.where(hit[:, None], m * factor, m)
