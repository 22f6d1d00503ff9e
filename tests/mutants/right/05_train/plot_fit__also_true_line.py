# why: shows the line behind the data too, dotted, and the loss in the title
def plot_fit(theta, x, y):
    fig, ax = plt.subplots(layout="constrained")
    ends = np.array([np.min(x), np.max(x)])
    ax.scatter(x, y, marker="+", label="data")
    ax.plot(ends, 3 * ends - 1, ":", color="grey", label="truth")
    ax.plot(ends, model(theta, ends), color="C3", label="fit")
    ax.set_title(f"loss {float(loss_fn(theta, x, y)):.3g}")
    ax.legend(loc="best")
    ax.set_xlabel("$x$")
    ax.set_ylabel("$y$")
    return ax
