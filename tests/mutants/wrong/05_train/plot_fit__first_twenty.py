# why: plots only the first twenty points, to keep the picture clean
def plot_fit(theta, x, y):
    _, ax = plt.subplots()
    ax.scatter(x[:20], y[:20])
    ends = jnp.array([jnp.min(x), jnp.max(x)])
    ax.plot(ends, model(theta, ends))
    ax.set_xlabel("x")
    ax.set_ylabel("y")
    return ax
