# why: x.sort() for a tidy line sorts the caller's array, and y no longer belongs to it
# misconception: mutates-argument
def plot_fit(theta, x, y):
    _, ax = plt.subplots()
    ax.scatter(x, y)
    x.sort()
    ax.plot(x, model(theta, x))
    ax.set_xlabel("x")
    ax.set_ylabel("y")
    return ax
