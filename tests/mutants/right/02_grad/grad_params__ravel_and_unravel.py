# why: Differentiates one long vector and gives it the structure back.
from jax.flatten_util import ravel_pytree


def grad_params(params, x, y):
    theta, unravel = ravel_pytree(jax.tree.map(jnp.asarray, params))
    g = jax.grad(lambda t: mlp_loss(unravel(t), x, y))(theta)
    return unravel(g)
