# why: a list for the pair, a check of the input and a plain print, none of which hurts
def squared_error_with_residuals(x, y):
    assert jnp.shape(x) == jnp.shape(y), "x and y must have the same shape"
    residuals = jnp.asarray(x) + (-1) * jnp.asarray(y)
    loss = sum_squared_error(x, y)
    print("loss so far:", loss)
    return [loss, residuals]
