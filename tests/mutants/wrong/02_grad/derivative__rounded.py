# why: Rounds the slope to two digits, which is both inexact and flat when differentiated.
def derivative(f):
    return lambda x: jnp.round(jax.grad(f)(x), 2)
