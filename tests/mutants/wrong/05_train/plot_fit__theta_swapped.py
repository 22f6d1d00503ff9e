# why: takes theta as [b, w]
# misconception: wrong-line
def plot_fit(theta, x, y):
    b, w = theta
    _, ax = plt.subplots()
    ax.scatter(x, y)
    ends = np.array([np.min(x), np.max(x)])
    ax.plot(ends, w * ends + b)
    ax.set_xlabel("x")
    ax.set_ylabel("y")
    return ax
