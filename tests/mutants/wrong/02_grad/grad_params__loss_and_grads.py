# why: Returns the loss along with the gradients.
def grad_params(params, x, y):
    loss, grads = jax.value_and_grad(mlp_loss)(params, x, y)
    return loss, grads
