# why: hands out the direction to walk in, minus the gradient, instead of the gradient
# misconception: sign
def loss_and_grad(params, x, y):
    loss, grads = jax.value_and_grad(linear_loss)(params, x, y)
    downhill = jax.tree.map(lambda g: -g, grads)
    return loss, downhill
