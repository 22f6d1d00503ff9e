# why: plot(model, x) for the line
# misconception: wrong-line
def plot_fit(theta, x, y):
    _, ax = plt.subplots()
    ax.scatter(x, y)
    ends = jnp.array([jnp.min(x), jnp.max(x)])
    ax.plot(model(theta, ends), ends)
    ax.set_xlabel("x")
    ax.set_ylabel("y")
    return ax
