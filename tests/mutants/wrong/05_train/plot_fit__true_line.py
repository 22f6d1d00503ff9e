# why: plots 3x - 1, the line behind the data
# misconception: hard-coded | wrong-line
def plot_fit(theta, x, y):
    _, ax = plt.subplots()
    ax.plot(x, y, ".")
    xx = np.linspace(float(np.min(x)), float(np.max(x)))
    ax.plot(xx, 3 * xx - 1)
    ax.set_xlabel("x")
    ax.set_ylabel("y")
    return ax
