# why: unpacks with a star and a helper
def _flatten(pair, last):
    return *pair, last


def value_aux_and_grad(f, x):
    return _flatten(*jax.value_and_grad(f, has_aux=True)(x))
