# why: leaves JAX's nesting as it is
# misconception: nesting
def value_aux_and_grad(f, x):
    return jax.value_and_grad(f, has_aux=True)(x)
