# why: vjp keeps value and aux apart, and a one pulled back gives the gradient
def value_aux_and_grad(f, x):
    value, pull_back, aux = jax.vjp(f, x, has_aux=True)
    return value, aux, pull_back(jnp.ones_like(value))[0]
