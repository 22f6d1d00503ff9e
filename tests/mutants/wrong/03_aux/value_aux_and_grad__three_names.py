# why: unpacks three names directly from JAX's nested result
# misconception: nesting
def value_aux_and_grad(f, x):
    value, aux, gradient = jax.value_and_grad(f, has_aux=True)(x)
    return value, aux, gradient
