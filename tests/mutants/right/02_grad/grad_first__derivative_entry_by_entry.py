# why: A derivative of one number for every entry, in a plain comprehension.
def grad_first(x, y):
    x, y = jnp.asarray(x), jnp.asarray(y)
    pairs = zip(x.ravel(), y.ravel())
    slopes = [jax.grad(sum_squared_error)(a, b) for a, b in pairs]
    return jnp.array(slopes).reshape(x.shape)
