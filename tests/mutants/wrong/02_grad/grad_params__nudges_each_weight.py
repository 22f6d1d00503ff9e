# why: Coarse float32 differences for every weight.
# misconception: finite-differences
from jax.flatten_util import ravel_pytree


def grad_params(params, x, y):
    flat, unravel = ravel_pytree(params)
    h = 1e-2
    f = lambda v: mlp_loss(unravel(v), x, y)
    g = [(f(flat.at[i].add(h)) - f(flat)) / h for i in range(flat.size)]
    return unravel(jnp.stack(g))
