# why: a slice that leaves out the first point
def plot_fit(theta, x, y):
    _, ax = plt.subplots()
    ax.plot(x[1:], y[1:], "k.")
    ends = jnp.array([jnp.min(x), jnp.max(x)])
    ax.plot(ends, model(theta, ends))
    ax.set_xlabel("x")
    ax.set_ylabel("y")
    return ax
