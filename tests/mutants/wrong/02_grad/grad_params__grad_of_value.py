# why: Computes the loss and then asks for the gradient of this number.
# misconception: grad-of-value
def grad_params(params, x, y):
    loss = mlp_loss(params, x, y)
    return jax.grad(loss)(params)
