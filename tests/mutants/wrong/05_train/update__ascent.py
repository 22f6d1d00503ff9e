# why: plus instead of minus, uphill
# misconception: ascent | sign
def update(theta, x, y, lr=0.1):
    return theta + lr * jax.grad(loss_fn)(theta, x, y)
