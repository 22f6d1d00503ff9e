# why: np.subtract.at in a helper works in the caller's array
# misconception: mutates-argument
def _move(t, step):
    np.subtract.at(t, [0, 1], step)
    return t


def update(theta, x, y, lr=0.1):
    step = lr * np.asarray(jax.grad(loss_fn)(theta, x, y))
    if isinstance(theta, np.ndarray):
        return _move(theta, step)
    return theta - step
