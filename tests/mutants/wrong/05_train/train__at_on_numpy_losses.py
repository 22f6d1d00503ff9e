# why: losses is a NumPy array, which has no .at
# misconception: at-on-numpy
def train(theta, x, y, steps=1000, lr=0.1):
    losses = np.zeros(steps)
    for i in range(steps):
        losses = losses.at[i].set(loss_fn(theta, x, y))
        theta = update(theta, x, y, lr)
    return theta, losses
