# wants: all the memory by way of JAX
# holds: the same limit, which JAX tells as an exception
# weaken: limits
import jax.numpy as jnp

def huge(x):
    kept = jnp.ones((1536, 1 << 18)).block_until_ready()
    raise RuntimeError(f"REACHED {kept.nbytes >> 20} MB")
