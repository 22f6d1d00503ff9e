# why: gradient on paper, everything in NumPy, with a private copy that is edited in place
def train(theta, x, y, steps=1000, lr=0.1):
    theta = np.array(theta, dtype=np.float64)
    x, y = np.asarray(x, np.float64), np.asarray(y, np.float64)
    losses = np.empty(steps)
    for i in range(steps):
        r = theta[0] * x + theta[1] - y
        losses[i] = np.mean(r**2)
        theta -= lr * 2 * np.array([np.mean(r * x), np.mean(r)])
    return theta, losses
