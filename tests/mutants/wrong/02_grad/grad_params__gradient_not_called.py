# why: Returns the gradient function of the loss.
# misconception: gradient-not-called
def grad_params(params, x, y):
    return jax.grad(lambda p: mlp_loss(p, x, y))
