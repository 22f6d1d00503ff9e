# why: takes the nested result apart with match, and tells about itself with a print
def value_aux_and_grad(f, x):
    """value, aux, gradient -- flat."""
    print("differentiating", getattr(f, "__name__", "something"))
    match jax.value_and_grad(f, has_aux=True)(x):
        case (value, aux), gradient:
            return value, aux, gradient
