# why: evaluates the loss and then wants to differentiate the number
# misconception: grad-of-value
def loss_and_grad(params, x, y):
    loss = linear_loss(params, x, y)
    return jax.value_and_grad(loss)(params, x, y)
