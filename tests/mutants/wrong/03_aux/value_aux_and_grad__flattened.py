# why: returns the gradient as one long vector whatever the shape of x
def value_aux_and_grad(f, x):
    (value, aux), gradient = jax.value_and_grad(f, has_aux=True)(x)
    gradient = jnp.ravel(gradient)
    return value, aux, gradient
