# why: with has_aux, grad returns (gradient, aux); the whole pair is handed out as the gradient
# misconception: nesting
# not recognised: the wrong parts are named before their nesting is looked at
def value_aux_and_grad(f, x):
    value, aux = f(x)
    gradient = jax.grad(f, has_aux=True)(x)
    return value, aux, gradient
