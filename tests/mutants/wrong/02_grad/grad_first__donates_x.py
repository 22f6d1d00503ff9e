# why: Donates x to the compiled function; the caller's JAX array is deleted.
# misconception: mutates-argument
from functools import partial


@partial(jax.jit, donate_argnums=(0,))
def _fast(x, y):
    return 2.0 * (x - y)


def grad_first(x, y):
    return _fast(x, y)
