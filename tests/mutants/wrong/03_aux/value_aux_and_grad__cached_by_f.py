# why: remembers the result for each f in a dict, whatever x is
# misconception: hidden-state
results = {}


def value_aux_and_grad(f, x):
    if f not in results:
        (value, aux), gradient = jax.value_and_grad(f, has_aux=True)(x)
        results[f] = (value, aux, gradient)
    return results[f]
