# why: catches the aux in an outer variable while JAX differentiates, so it holds tracers
# misconception: leaked-tracer
def value_aux_and_grad(f, x):
    aux = None

    def only_value(x):
        nonlocal aux
        value, aux = f(x)
        return value

    value, gradient = jax.value_and_grad(only_value)(x)
    return value, aux, gradient
