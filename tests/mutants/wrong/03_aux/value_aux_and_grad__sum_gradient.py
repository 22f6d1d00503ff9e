# why: wants one slope and adds the gradient up to a single number
def value_aux_and_grad(f, x):
    (value, aux), gradient = jax.value_and_grad(f, has_aux=True)(x)
    return value, aux, jnp.sum(gradient)
