# why: one jvp for every entry, in a loop over any shape
def value_aux_and_grad(f, x):
    x = jnp.asarray(x)
    value, aux = f(x)
    gradient = jnp.zeros_like(x)
    for i in np.ndindex(x.shape):
        direction = jnp.zeros_like(x).at[i].set(1)
        _, slope = jax.jvp(lambda z: f(z)[0], (x,), (direction,))
        gradient = gradient.at[i].set(slope)
    return value, aux, gradient
