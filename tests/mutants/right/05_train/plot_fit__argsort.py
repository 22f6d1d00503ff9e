# why: sorts copies of both arrays together
def plot_fit(theta, x, y):
    order = np.argsort(np.asarray(x))
    xs_, ys_ = np.asarray(x)[order], np.asarray(y)[order]
    _, ax = plt.subplots(1, 1)
    ax.scatter(xs_, ys_, s=20, edgecolors="none")
    ax.plot(xs_, model(theta, xs_), lw=3)
    plt.setp(ax, xlabel="x", ylabel="y")
    return ax
