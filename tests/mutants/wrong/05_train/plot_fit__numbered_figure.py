# why: plt.figure(1) is the same figure, and so the same axes, each time
def plot_fit(theta, x, y):
    fig = plt.figure(1)
    ax = fig.gca()
    ax.scatter(x, y)
    ends = jnp.array([jnp.min(x), jnp.max(x)])
    ax.plot(ends, model(theta, ends))
    ax.set_xlabel("x")
    ax.set_ylabel("y")
    return ax
