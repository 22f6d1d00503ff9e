# why: a jitted cast that donates its argument, so the caller's own float32 JAX array is deleted
# misconception: mutates-argument
from functools import partial


@partial(jax.jit, donate_argnums=0)
def _to_f32(v):
    return v.astype(jnp.float32)


def as_float32(values):
    if isinstance(values, jax.Array):
        return _to_f32(values)  # no copy, saves memory!
    return jnp.array(values, dtype=jnp.float32)
