# why: f once for value and aux, once more under grad
from operator import itemgetter


def value_aux_and_grad(f, x):
    x = jnp.asarray(x)
    gradient = jax.grad(lambda t: itemgetter(0)(f(t)))(x)
    value, aux = f(x)
    return value, aux, gradient
