# why: forward mode: a jvp along every unit array, in a Python loop, for any shape
import numpy as np


def value_aux_and_grad(f, x):
    x = jnp.asarray(x)
    value, aux = f(x)
    slopes = np.empty(x.shape, dtype=x.dtype)
    for index in np.ndindex(x.shape):
        unit = jnp.zeros_like(x).at[index].set(1)
        _, slopes[index] = jax.jvp(lambda t: f(t)[0], (x,), (unit,))
    return value, aux, jnp.asarray(slopes)
