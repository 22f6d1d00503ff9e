# why: one flat vector of all parameters
from jax.flatten_util import ravel_pytree


def grad_params(params, x, y):
    vector, rebuild = ravel_pytree(params)

    def loss(v):
        return mlp_loss(rebuild(v), x, y)

    return rebuild(jax.jacrev(loss)(vector))
