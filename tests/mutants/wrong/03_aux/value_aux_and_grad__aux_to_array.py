# why: turns the aux into an array, which breaks dicts, None and lists of different shapes
def value_aux_and_grad(f, x):
    (value, aux), gradient = jax.value_and_grad(f, has_aux=True)(x)
    return value, jnp.asarray(aux), gradient
