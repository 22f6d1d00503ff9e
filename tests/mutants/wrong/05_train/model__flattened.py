# why: flattens x to be safe and never restores its shape
def model(theta, x):
    x = jnp.ravel(jnp.asarray(x))
    return theta[0] * x + theta[1]
