# why: jacrev for the gradient and an ordinary call for the rest; f is pure, so calling it twice is fine
from jax import jacrev


def value_aux_and_grad(f, x):
    x = jnp.asarray(x)
    value, aux = f(x)
    return value, aux, jacrev(lambda z: f(z)[0])(x)
