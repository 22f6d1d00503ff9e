# why: unpacks value_and_grad as if the gradient came first
# misconception: value-grad-order
def value_aux_and_grad(f, x):
    gradient, (value, aux) = jax.value_and_grad(f, has_aux=True)(x)
    return value, aux, gradient
