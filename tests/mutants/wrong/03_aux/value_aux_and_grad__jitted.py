# why: jits f for speed, and an f with an if on its input fails
def value_aux_and_grad(f, x):
    fast = jax.jit(jax.value_and_grad(f, has_aux=True))
    (value, aux), gradient = fast(x)
    return value, aux, gradient
