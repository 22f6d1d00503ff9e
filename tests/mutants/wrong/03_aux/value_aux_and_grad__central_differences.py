# why: differences, entry by entry
# misconception: finite-differences
import numpy as np


def value_aux_and_grad(f, x):
    value, aux = f(x)
    base = np.array(x, dtype=np.float32)
    g = np.zeros_like(base)
    eps = 1e-2
    for idx in np.ndindex(base.shape):
        up, down = base.copy(), base.copy()
        up[idx] += eps
        down[idx] -= eps
        g[idx] = (f(jnp.array(up))[0] - f(jnp.array(down))[0]) / (2 * eps)
    return value, aux, jnp.array(g)
