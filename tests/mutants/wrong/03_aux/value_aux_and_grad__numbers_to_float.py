# why: makes floats of the auxiliary leaves: fails for arrays, and turns counts into floats
def value_aux_and_grad(f, x):
    (value, aux), g = jax.value_and_grad(f, has_aux=True)(x)
    return value, jax.tree.map(float, aux), g
