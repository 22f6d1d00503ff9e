# why: appends the value to the auxiliary list that f made, or fails where that is no list
def value_aux_and_grad(f, x):
    (value, aux), g = jax.value_and_grad(f, has_aux=True)(x)
    if isinstance(aux, dict):
        aux["value"] = value
    return value, aux, g
