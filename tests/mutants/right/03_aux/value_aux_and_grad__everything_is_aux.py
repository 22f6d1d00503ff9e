# why: packs value and aux together into the aux of grad
def value_aux_and_grad(f, x):
    def g(z):
        value, aux = f(z)
        return value, (value, aux)

    gradient, (value, aux) = jax.grad(g, has_aux=True)(x)
    return value, aux, gradient
