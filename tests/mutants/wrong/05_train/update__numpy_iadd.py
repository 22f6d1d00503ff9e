# why: made the gradient a NumPy array, and now -= writes into the caller's theta
# misconception: mutates-argument
def update(theta, x, y, lr=0.1):
    grad = np.asarray(jax.grad(loss_fn)(theta, x, y))
    theta -= lr * grad
    return theta
