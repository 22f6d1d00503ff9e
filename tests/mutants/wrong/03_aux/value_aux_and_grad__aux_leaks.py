# why: keeps the auxiliary data of the traced call
# misconception: leaked-tracer
def value_aux_and_grad(f, x):
    aux = None

    def only_value(t):
        nonlocal aux
        value, aux = f(t)
        return value

    value, g = jax.value_and_grad(only_value)(x)
    return value, aux, g
