# why: Came from PyTorch and adds to a stored gradient: the second call gives the sum of both.
# misconception: hidden-state
_grad = {}


def grad_sum_of_squares(x):
    g = jax.grad(lambda v: jnp.sum(v**2))(x)
    key = jnp.shape(x)
    _grad[key] = _grad.get(key, 0.0) + g
    return _grad[key]
