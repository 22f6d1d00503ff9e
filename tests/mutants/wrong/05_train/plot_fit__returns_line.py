# why: returns what ax.plot returns, a list of lines
def plot_fit(theta, x, y):
    _, ax = plt.subplots()
    ax.scatter(x, y)
    ax.set_xlabel("x")
    ax.set_ylabel("y")
    ends = jnp.array([jnp.min(x), jnp.max(x)])
    return ax.plot(ends, model(theta, ends))
