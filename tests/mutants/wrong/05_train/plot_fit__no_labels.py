# why: forgot the axis labels
# misconception: unlabelled-axes
def plot_fit(theta, x, y):
    _, ax = plt.subplots()
    ax.scatter(x, y)
    ends = jnp.array([jnp.min(x), jnp.max(x)])
    ax.plot(ends, model(theta, ends))
    ax.set_title("data and fit")
    return ax
