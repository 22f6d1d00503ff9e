# why: thinks "no aux" must be an empty dict, and changes None, 0 and empty lists
def value_aux_and_grad(f, x):
    (value, aux), gradient = jax.value_and_grad(f, has_aux=True)(x)
    if not isinstance(aux, (jax.Array, np.ndarray)):
        aux = aux or {}
    return value, aux, gradient
