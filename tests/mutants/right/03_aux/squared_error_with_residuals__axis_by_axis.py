# why: sums the last axis away until no axis is left
def squared_error_with_residuals(x, y):
    residuals = jnp.asarray(x) - y
    total = jnp.square(jnp.abs(residuals))
    while total.ndim > 0:
        total = total.sum(axis=-1)
    return total, residuals
