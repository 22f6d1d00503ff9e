# why: not a def at all but a partial of jnp.array
import functools

as_float32 = functools.partial(jnp.array, dtype=jnp.float32)
