# why: takes the gradients first from value_and_grad, so they come back swapped
# misconception: value-grad-order
def loss_and_grad(params, x, y):
    grads, loss = jax.value_and_grad(linear_loss)(params, x, y)
    return loss, grads
