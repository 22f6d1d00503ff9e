# why: dynamic_update_index_in_dim, with the value broadcast to a row
from jax import lax


def set_first(x, value):
    x = jnp.asarray(x)
    row = jnp.broadcast_to(jnp.asarray(value, dtype=x.dtype), x.shape[1:])
    return lax.dynamic_update_index_in_dim(x, row, 0, axis=0)
