# why: a loss of its own with a hand-written vjp rule
@jax.custom_vjp
def _sse(x, y):
    return jnp.sum((x - y) ** 2)


def _fwd(x, y):
    r = x - y
    return jnp.sum(r * r), r


def _bwd(r, ct):
    return 2 * ct * r, -2 * ct * r


_sse.defvjp(_fwd, _bwd)


def grad_second(x, y):
    x, y = jnp.asarray(x, float), jnp.asarray(y, float)
    return jax.grad(_sse, 1)(x, y)
