# why: differentiates at the flattened x, where f sees another shape than the one it was made for
def value_aux_and_grad(f, x):
    value, aux = f(x)
    gradient = jax.grad(lambda flat: f(flat)[0])(jnp.ravel(x))
    return value, aux, gradient.reshape(jnp.shape(x))
