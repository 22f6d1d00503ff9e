# why: keepdims=True leaves the loss as an array of shape (1,) or (1, 1) instead of a scalar
# misconception: non-scalar
def squared_error_with_residuals(x, y):
    residuals = jnp.asarray(x) - jnp.asarray(y)
    loss = jnp.sum(residuals**2, keepdims=True)
    return loss, residuals
