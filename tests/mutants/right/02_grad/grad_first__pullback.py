# why: vjp with x alone, y closed over
def grad_first(x, y):
    loss, back = jax.vjp(lambda t: sum_squared_error(t, y), jnp.asarray(x))
    return back(jnp.ones((), loss.dtype))[0]
