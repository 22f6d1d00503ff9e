# why: starts the residuals as integer zeros and fills them in, which drops the decimals
# misconception: int-truncates
def loss_grad_and_residuals(x, y):
    residuals = jnp.zeros(jnp.shape(x), dtype=int)
    residuals = residuals.at[...].set((jnp.asarray(x) - jnp.asarray(y)).astype(int))
    return (jnp.sum(residuals**2), residuals), 2 * residuals
