# why: a second scatter of the predictions instead of a line
def plot_fit(theta, x, y):
    _, ax = plt.subplots()
    ax.scatter(x, y, label="data")
    ax.scatter(x, model(theta, x), label="model")
    ax.legend()
    ax.set_xlabel("x")
    ax.set_ylabel("y")
    return ax
