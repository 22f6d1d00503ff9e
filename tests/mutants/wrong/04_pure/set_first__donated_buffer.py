# why: heard that donating saves memory; the caller's JAX array is deleted by it
# misconception: mutates-argument
import functools


@functools.partial(jax.jit, donate_argnums=0)
def _set(x, value):
    return x.at[0].set(value)


def set_first(x, value):
    if isinstance(x, np.ndarray):
        x = jnp.array(x)
    return _set(x, value)
