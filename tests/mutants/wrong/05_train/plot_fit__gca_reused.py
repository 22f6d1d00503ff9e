# why: draws into the current axes, which may be those of the last call
def plot_fit(theta, x, y):
    plt.scatter(x, y)
    ends = np.array([np.min(x), np.max(x)])
    plt.plot(ends, model(theta, ends), color="orange")
    plt.xlabel("x")
    plt.ylabel("y")
    return plt.gca()
