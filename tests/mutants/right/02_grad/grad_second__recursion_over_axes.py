# why: Goes down axis by axis with vmap until single numbers are left.
def _slopes(g, ndim):
    return g if ndim == 0 else jax.vmap(_slopes(g, ndim - 1))


def grad_second(x, y):
    x, y = jnp.asarray(x), jnp.asarray(y)
    one = jax.grad(lambda a, b: (a - b) ** 2, argnums=1)
    return _slopes(one, y.ndim)(x, y)
