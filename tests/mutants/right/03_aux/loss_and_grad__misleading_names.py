# why: the local names are swapped, but what is returned is in the right order
def loss_and_grad(params, x, y):
    grads, loss = jax.value_and_grad(linear_loss)(params, x, y)
    return grads, loss
