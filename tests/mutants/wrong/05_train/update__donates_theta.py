# why: donates theta to save memory; the caller's JAX array is deleted
# misconception: mutates-argument
from functools import partial


@partial(jax.jit, donate_argnums=0)
def _descend(theta, x, y, lr):
    return theta - lr * jax.grad(loss_fn)(theta, x, y)


def update(theta, x, y, lr=0.1):
    return _descend(theta, x, y, lr)
