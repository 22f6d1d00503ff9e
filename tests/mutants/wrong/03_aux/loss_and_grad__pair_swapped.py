# why: thinks value_and_grad gives the gradient first, unpacks it that way round and hands both on under the wrong names
# misconception: value-grad-order
def loss_and_grad(params, x, y):
    grads, loss = jax.value_and_grad(linear_loss)(params, x, y)
    return loss, grads
