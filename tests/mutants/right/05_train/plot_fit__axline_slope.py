# why: an endless line through (0, b) with the slope w
def plot_fit(theta, x, y):
    w, b = float(theta[0]), float(theta[1])
    _, ax = plt.subplots()
    ax.scatter(x, y)
    ax.axline((0, b), slope=w, color="red")
    ax.set_xlabel("x")
    ax.set_ylabel("y")
    return ax
