# why: the gradient in the tuple is the function that would compute it
# misconception: gradient-not-called
def value_aux_and_grad(f, x):
    value, aux = f(x)
    return value, aux, jax.grad(f, has_aux=True)
