# why: returns a list of two numbers where an array is due
def update(theta, x, y, lr=0.1):
    dw, db = jax.grad(loss_fn)(theta, x, y)
    return [theta[0] - lr * dw, theta[1] - lr * db]
