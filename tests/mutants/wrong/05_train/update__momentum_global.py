# why: momentum with a velocity in a module variable: the second call differs from the first
# misconception: hidden-state
velocity = np.zeros(2)


def update(theta, x, y, lr=0.1):
    global velocity
    velocity = 0.9 * velocity + np.asarray(jax.grad(loss_fn)(theta, x, y))
    return theta - lr * velocity
