# why: -= with a JAX array only binds the name anew
def update(theta, x, y, lr=0.1):
    theta = jnp.asarray(theta)
    gradient = jax.jacfwd(loss_fn)(theta, x, y)
    theta -= lr * gradient
    return theta
