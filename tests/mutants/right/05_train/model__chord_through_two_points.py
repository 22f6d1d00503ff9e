# why: starts at b, adds w along x by fused vmap over a function of one number
def model(theta, x):
    line = lambda t: jnp.add(jnp.multiply(t, theta[0]), theta[1])
    return jax.vmap(line)(jnp.ravel(x)).reshape(jnp.shape(x))
