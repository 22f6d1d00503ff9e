# why: writes grad(f, x) as in a maths formula
# misconception: point-as-argnums
def value_aux_and_grad(f, x):
    value, aux = f(x)
    gradient, _ = jax.grad(f, x, has_aux=True)
    return value, aux, gradient
