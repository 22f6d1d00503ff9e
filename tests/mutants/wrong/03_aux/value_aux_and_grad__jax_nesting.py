# why: returns what JAX returns, with the pair inside, not the flat tuple
# misconception: nesting
def value_aux_and_grad(f, x):
    return jax.value_and_grad(f, has_aux=True)(x)
