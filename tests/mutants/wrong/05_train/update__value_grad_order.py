# why: value_and_grad gives the value first; here the loss is subtracted from both
# misconception: value-grad-order
def update(theta, x, y, lr=0.1):
    grad, loss = jax.value_and_grad(loss_fn)(theta, x, y)
    return theta - lr * grad
