# why: One private helper answers three tasks: a function can be built instead of written with def.
# tasks: grad_first, grad_second, grad_both
def _by(which):
    return jax.grad(sum_squared_error, argnums=which)


grad_first = _by(0)
grad_second = _by(1)
grad_both = _by((0, 1))
