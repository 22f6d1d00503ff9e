# why: writes argnums as a tuple, so the grads come back as a 1-tuple around the dict
# misconception: argnums-tuple
def loss_and_grad(params, x, y):
    value_and_gradient = jax.value_and_grad(linear_loss, argnums=(0,))
    loss, grads = value_and_gradient(params, x, y)
    return loss, grads
