# why: Unpacks the gradient first and returns the loss.
# misconception: value-grad-order
def grad_params(params, x, y):
    grads, loss = jax.value_and_grad(mlp_loss)(params, x, y)
    return grads
