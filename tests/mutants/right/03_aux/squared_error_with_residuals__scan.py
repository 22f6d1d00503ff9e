# why: adds up entry by entry in lax.scan, which can be differentiated both ways
def squared_error_with_residuals(x, y):
    residuals = jnp.asarray(x) - jnp.asarray(y)

    def step(total, entry):
        return total + entry * entry, None

    loss, _ = jax.lax.scan(step, jnp.zeros((), residuals.dtype), residuals.ravel())
    return loss, residuals
