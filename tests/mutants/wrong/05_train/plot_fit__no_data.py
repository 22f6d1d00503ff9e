# why: only the line
def plot_fit(theta, x, y):
    _, ax = plt.subplots()
    ends = jnp.array([jnp.min(x), jnp.max(x)])
    ax.plot(ends, model(theta, ends))
    ax.set_xlabel("x")
    ax.set_ylabel("y")
    return ax
