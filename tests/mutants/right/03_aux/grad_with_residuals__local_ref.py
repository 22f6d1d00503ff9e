# why: a Ref made, written and read inside the call is a local matter
def grad_with_residuals(x, y):
    residuals = jnp.asarray(x) - jnp.asarray(y)
    gradient = jax.new_ref(jnp.zeros_like(residuals))
    gradient[...] = residuals
    gradient[...] = gradient[...] + residuals
    return gradient[...], residuals
