# why: sums over the last axis only: a vector of losses for a matrix
# misconception: non-scalar
def squared_error_with_residuals(x, y):
    d = x - y
    return jnp.sum(d * d, axis=-1), d
