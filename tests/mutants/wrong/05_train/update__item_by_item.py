# why: moves the entries one at a time in place
# misconception: item-assignment | mutates-argument
def update(theta, x, y, lr=0.1):
    dw, db = jax.grad(loss_fn)(theta, x, y)
    theta[0] = theta[0] - lr * dw
    theta[1] = theta[1] - lr * db
    return theta
