# why: calculates the new parameters and returns the old ones
# misconception: not-reassigned | update-dropped
def update(theta, x, y, lr=0.1):
    gradient = jax.grad(loss_fn)(theta, x, y)
    new_theta = theta - lr * gradient
    return theta
