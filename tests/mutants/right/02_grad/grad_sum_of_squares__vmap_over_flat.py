# why: One small derivative for every entry, and the shape is given back at the end.
from jax import grad, vmap


def grad_sum_of_squares(x):
    x = jnp.asarray(x)
    slope = grad(lambda t: t * t)
    return vmap(slope)(x.flatten()).reshape(x.shape)
