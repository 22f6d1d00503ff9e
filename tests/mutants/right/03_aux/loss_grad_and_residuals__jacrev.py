# why: jacrev of a scalar function is its gradient; the rest comes from an ordinary call
def loss_grad_and_residuals(x, y):
    gradient, residuals = jax.jacrev(squared_error_with_residuals, has_aux=True)(x, y)
    loss = (residuals**2).sum()
    return (loss, residuals), gradient
