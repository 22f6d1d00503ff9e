# why: believes aux data must be cut off with stop_gradient, and cuts the loss off with it
def squared_error_with_residuals(x, y):
    residuals = jax.lax.stop_gradient(jnp.asarray(x) - y)
    return jnp.sum(residuals**2), residuals
