# why: moves the parameters a little and takes the loss there
def loss_and_grad(params, x, y):
    grads = jax.grad(linear_loss)(params, x, y)
    moved = jax.tree.map(lambda p, g: p - 0.01 * g, params, grads)
    return linear_loss(moved, x, y), grads
