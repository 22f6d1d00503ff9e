# why: sorts a copy of x, but scatters it against the unsorted y
def plot_fit(theta, x, y):
    xs_sorted = np.sort(x)
    _, ax = plt.subplots()
    ax.scatter(xs_sorted, y)
    ax.plot(xs_sorted, model(theta, xs_sorted))
    ax.set_xlabel("x")
    ax.set_ylabel("y")
    return ax
