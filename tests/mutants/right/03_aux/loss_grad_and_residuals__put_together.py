# why: computes the three one after the other and nests them by hand; jitted
@jax.jit
def loss_grad_and_residuals(x, y):
    loss = sum_squared_error(x, y)
    gradient = jax.grad(sum_squared_error)(x, y)
    return (loss, x - y), gradient
