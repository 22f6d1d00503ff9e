# why: takes the second output of f for the value
# misconception: aux-order
def value_aux_and_grad(f, x):
    aux, value = f(x)
    gradient = jax.grad(lambda x: f(x)[1])(x)
    return value, aux, gradient
