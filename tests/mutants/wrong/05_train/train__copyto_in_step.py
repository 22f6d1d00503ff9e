# why: a helper writes the new theta into the old one with np.copyto
# misconception: mutates-argument
def _step(t, x, y, lr):
    np.copyto(t, update(t, x, y, lr))


def train(theta, x, y, steps=1000, lr=0.1):
    if not isinstance(theta, np.ndarray):
        theta = np.array(theta)
    losses = []
    for _ in range(steps):
        losses.append(float(loss_fn(theta, x, y)))
        _step(theta, x, y, lr)
    return theta, np.array(losses)
