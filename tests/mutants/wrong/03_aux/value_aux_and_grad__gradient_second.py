# why: (value, gradient, aux)
def value_aux_and_grad(f, x):
    (value, aux), g = jax.value_and_grad(f, has_aux=True)(x)
    return value, g, aux
