# why: no def at all
from functools import partial

as_float32 = partial(jnp.array, dtype="float32")
