# why: pyplot functions on a new figure, its axes fetched at the end
def plot_fit(theta, x, y):
    plt.figure(figsize=(5, 4))
    plt.plot(x, y, "o", markersize=4)
    grid = np.linspace(np.min(x), np.max(x), 200)
    plt.plot(grid, model(theta, grid), "r-", linewidth=2)
    plt.xlabel("x")
    plt.ylabel("y")
    plt.title("fit")
    return plt.gca()
