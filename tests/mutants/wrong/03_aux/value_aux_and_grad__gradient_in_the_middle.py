# why: reads the name of value_and_grad and puts the gradient right behind the value
def value_aux_and_grad(f, x):
    (v, a), g = jax.value_and_grad(f, has_aux=True)(x)
    return v, g, a
