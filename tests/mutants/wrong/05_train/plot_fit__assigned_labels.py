# why: assigns to ax.set_xlabel instead of calling it
# misconception: unlabelled-axes
def plot_fit(theta, x, y):
    _, ax = plt.subplots()
    ax.scatter(x, y)
    ends = jnp.array([jnp.min(x), jnp.max(x)])
    ax.plot(ends, model(theta, ends))
    ax.xlabel = "x"
    ax.ylabel = "y"
    return ax
