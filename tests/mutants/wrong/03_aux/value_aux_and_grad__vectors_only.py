# why: builds the basis with eye(len(x)), which fits vectors and nothing else
def value_aux_and_grad(f, x):
    x = jnp.asarray(x)
    value, aux = f(x)
    basis = jnp.eye(len(x))
    gradient = jnp.array([jax.jvp(lambda z: f(z)[0], (x,), (e,))[1] for e in basis])
    return value, aux, gradient
