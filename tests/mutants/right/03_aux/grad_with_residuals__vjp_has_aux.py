# why: vjp takes has_aux too
def grad_with_residuals(x, y):
    loss, back, residuals = jax.vjp(lambda t: squared_error_with_residuals(t, y), jnp.asarray(x), has_aux=True)
    (g,) = back(jnp.ones_like(loss))
    return g, residuals
