# why: data in one panel and line in the other, and an array of axes as the result
def plot_fit(theta, x, y):
    _, axes = plt.subplots(1, 2)
    axes[0].scatter(x, y)
    ends = jnp.array([jnp.min(x), jnp.max(x)])
    axes[1].plot(ends, model(theta, ends))
    for ax in axes:
        ax.set_xlabel("x")
        ax.set_ylabel("y")
    return axes
