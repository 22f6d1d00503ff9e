# why: leaves has_aux out and hopes JAX sees the pair
# misconception: aux-missing
def value_aux_and_grad(f, x):
    (value, aux), gradient = jax.value_and_grad(f)(x)
    return value, aux, gradient
