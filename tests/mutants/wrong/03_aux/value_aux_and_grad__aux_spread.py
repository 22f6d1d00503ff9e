# why: spreads the aux into the result with a star, so it works only for a tuple of one
def value_aux_and_grad(f, x):
    (value, aux), gradient = jax.value_and_grad(f, has_aux=True)(x)
    if isinstance(aux, (tuple, list)):
        return (value, *aux, gradient)
    return value, aux, gradient
