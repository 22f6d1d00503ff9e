# why: plots y and the predictions over 0, 1, 2, ... and not over x
def plot_fit(theta, x, y):
    _, ax = plt.subplots()
    k = np.arange(len(x))
    ax.scatter(k, y)
    ax.plot(k, model(theta, x))
    ax.set_xlabel("x")
    ax.set_ylabel("y")
    return ax
