# why: f may branch on its input in Python, which jit forbids
def value_aux_and_grad(f, x):
    (value, aux), g = jax.jit(jax.value_and_grad(f, has_aux=True))(x)
    return value, aux, g
