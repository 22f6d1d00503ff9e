# why: hands out the list of leaves, so the structure of the aux is lost, and None disappears
def value_aux_and_grad(f, x):
    (value, aux), gradient = jax.value_and_grad(f, has_aux=True)(x)
    leaves = jax.tree.leaves(aux)
    aux = leaves[0] if len(leaves) == 1 else leaves
    return value, aux, gradient
