# why: two separate computations, the gradients returned first
def loss_and_grad(params, x, y):
    loss = linear_loss(params, x, y)
    grads = jax.grad(linear_loss)(params, x, y)
    result = (grads, loss)
    return result
