# why: pulls back by both arguments and drops the part for y
def loss_grad_and_residuals(x, y):
    loss, pullback, residuals = jax.vjp(squared_error_with_residuals, x, y, has_aux=True)
    gradient, _unused = pullback(jnp.ones_like(loss))
    return (loss, residuals), gradient
