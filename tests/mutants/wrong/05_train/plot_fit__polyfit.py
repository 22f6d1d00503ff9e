# why: fits a new line to the data and plots that
# misconception: wrong-line
def plot_fit(theta, x, y):
    slope, height = np.polyfit(np.asarray(x), np.asarray(y), 1)
    _, ax = plt.subplots()
    ends = np.array([np.min(x), np.max(x)])
    ax.scatter(x, y)
    ax.plot(ends, slope * ends + height, color="red")
    ax.set_xlabel("x")
    ax.set_ylabel("y")
    return ax
