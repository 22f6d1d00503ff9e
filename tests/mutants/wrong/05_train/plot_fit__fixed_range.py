# why: the line goes from -3 to 3, whatever the data
# misconception: hard-coded
# not recognised: from outside, nothing tells one fixed number or shape from another mistake
def plot_fit(theta, x, y):
    _, ax = plt.subplots()
    ax.scatter(x, y)
    grid = jnp.linspace(-3, 3, 100)
    ax.plot(grid, model(theta, grid))
    ax.set_xlabel("x")
    ax.set_ylabel("y")
    return ax
