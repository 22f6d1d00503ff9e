# why: returns the figure
def plot_fit(theta, x, y):
    fig, ax = plt.subplots()
    ax.scatter(x, y)
    ends = jnp.array([jnp.min(x), jnp.max(x)])
    ax.plot(ends, model(theta, ends))
    ax.set_xlabel("x")
    ax.set_ylabel("y")
    return fig
