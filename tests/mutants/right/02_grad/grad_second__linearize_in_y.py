# why: Applies the tangent map to the basis directions; a linear map is read off like that.
def grad_second(x, y):
    y = jnp.asarray(y)
    _, push = jax.linearize(lambda v: sum_squared_error(x, v), y)
    basis = jnp.eye(y.size, dtype=y.dtype).reshape((y.size,) + y.shape)
    return jnp.array([push(e) for e in basis]).reshape(y.shape)
