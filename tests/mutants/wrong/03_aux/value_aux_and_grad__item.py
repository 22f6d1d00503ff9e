# why: makes the value a Python number inside the differentiated function, and the gradient is zero everywhere
# misconception: item-kills-gradient
def value_aux_and_grad(f, x):
    def g(x):
        value, aux = f(x)
        return jnp.asarray(value).item(), aux

    (value, aux), gradient = jax.value_and_grad(g, has_aux=True)(x)
    return value, aux, gradient
