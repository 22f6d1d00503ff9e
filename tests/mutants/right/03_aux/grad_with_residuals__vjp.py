# why: vjp with has_aux gives the value, the way back and the residuals
def grad_with_residuals(x, y):
    loss, back, residuals = jax.vjp(lambda a: squared_error_with_residuals(a, y), x, has_aux=True)
    return back(jnp.ones_like(loss))[0], residuals
