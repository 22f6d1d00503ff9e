# why: jitters the points with NumPy's global random numbers
# misconception: global-random
def plot_fit(theta, x, y):
    _, ax = plt.subplots()
    ax.scatter(x + 0.05 * np.random.randn(len(x)), y)
    ends = jnp.array([jnp.min(x), jnp.max(x)])
    ax.plot(ends, model(theta, ends))
    ax.set_xlabel("x")
    ax.set_ylabel("y")
    return ax
