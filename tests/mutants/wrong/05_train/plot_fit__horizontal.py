# why: a horizontal line at b, the slope is lost
# misconception: wrong-line
def plot_fit(theta, x, y):
    _, ax = plt.subplots()
    ax.scatter(x, y)
    ax.axhline(float(theta[1]), color="k")
    ax.set_xlabel("x")
    ax.set_ylabel("y")
    return ax
