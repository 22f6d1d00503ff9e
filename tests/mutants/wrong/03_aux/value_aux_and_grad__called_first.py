# why: differentiates the value that f returned instead of f
# misconception: grad-of-value
def value_aux_and_grad(f, x):
    value, aux = f(x)
    gradient = jax.grad(value)(x)
    return value, aux, gradient
