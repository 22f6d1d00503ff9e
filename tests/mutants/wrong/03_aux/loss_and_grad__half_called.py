# why: the loss is a number, but the gradient is still a function waiting for its arguments
# misconception: gradient-not-called
def loss_and_grad(params, x, y):
    loss = linear_loss(params, x, y)
    grads = jax.grad(linear_loss)
    return (loss, grads)
