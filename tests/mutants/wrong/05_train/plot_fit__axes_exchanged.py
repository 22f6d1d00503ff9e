# why: scatter(y, x): the data is plotted with exchanged axes
def plot_fit(theta, x, y):
    _, ax = plt.subplots()
    ax.scatter(y, x)
    ends = jnp.array([jnp.min(x), jnp.max(x)])
    ax.plot(ends, model(theta, ends))
    ax.set_xlabel("x")
    ax.set_ylabel("y")
    return ax
