# why: donates x to a jitted function to save memory: the caller's JAX array is deleted
# misconception: mutates-argument
import functools


@functools.partial(jax.jit, donate_argnums=(0,))
def standardize(x):
    return (x - jnp.mean(x)) / jnp.std(x)
