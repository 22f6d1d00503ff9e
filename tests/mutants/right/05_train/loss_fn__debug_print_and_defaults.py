# why: jax.debug.print is meant for traced code, and an extra defaulted argument harms nobody
def loss_fn(theta, x, y, verbose=False):
    mse = jnp.mean((model(theta, x) - y) ** 2)
    if verbose:
        jax.debug.print("mse {m}", m=mse)
    return mse
