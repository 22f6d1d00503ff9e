# why: thought that x is sorted, and draws from its first to its last entry
def plot_fit(theta, x, y):
    _, ax = plt.subplots()
    ax.scatter(x, y)
    ends = jnp.array([x[0], x[-1]])
    ax.plot(ends, model(theta, ends))
    ax.set_xlabel("x")
    ax.set_ylabel("y")
    return ax
