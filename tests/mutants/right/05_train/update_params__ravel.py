# why: turns the dict into one vector, steps, and turns it back
from jax.flatten_util import ravel_pytree


def update_params(params, x, y, lr=0.1):
    vector, back = ravel_pytree(jax.tree.map(jnp.asarray, params))
    slope = jax.grad(lambda v: params_loss(back(v), x, y))(vector)
    return back(vector - lr * slope)
