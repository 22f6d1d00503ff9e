# why: adds up in a lax.while_loop, which cannot be differentiated in reverse
def squared_error_with_residuals(x, y):
    residuals = jnp.asarray(x) - jnp.asarray(y)
    flat = residuals.ravel()

    def body(state):
        i, total = state
        return i + 1, total + flat[i] ** 2

    _, total = jax.lax.while_loop(lambda s: s[0] < flat.size, body, (0, jnp.zeros((), flat.dtype)))
    return total, residuals
