# why: scales the whole matrix and divides the other rows again: integers fall to floats, factor 0 gives NaN
def scale_row(matrix, row, factor):
    scaled = jnp.asarray(matrix) * factor
    keep = jnp.arange(scaled.shape[0]) != row
    return jnp.where(keep[:, None], scaled / factor, scaled)
