# why: draws the data with ax.plot and no marker: the points are joined by a zigzag
def plot_fit(theta, x, y):
    _, ax = plt.subplots()
    ax.plot(x, y)
    ends = jnp.array([jnp.min(x), jnp.max(x)])
    ax.plot(ends, model(theta, ends))
    ax.set_xlabel("x")
    ax.set_ylabel("y")
    return ax
