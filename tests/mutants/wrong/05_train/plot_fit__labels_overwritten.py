# why: calls set_xlabel twice and never set_ylabel
# misconception: unlabelled-axes
def plot_fit(theta, x, y):
    fig = plt.figure()
    ax = fig.add_subplot()
    ax.scatter(x, y)
    grid = np.linspace(np.min(x), np.max(x), 20)
    ax.plot(grid, model(theta, grid))
    ax.set_xlabel("x")
    ax.set_xlabel("y")
    return ax
