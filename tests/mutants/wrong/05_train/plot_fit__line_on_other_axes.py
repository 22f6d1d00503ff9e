# why: ax.scatter on one figure, and plt.plot after a second plt.figure() on another
def plot_fit(theta, x, y):
    _, ax = plt.subplots()
    ax.scatter(x, y)
    ax.set_xlabel("x")
    ax.set_ylabel("y")
    plt.figure()
    ends = np.array([np.min(x), np.max(x)])
    plt.plot(ends, model(theta, ends))
    return ax
