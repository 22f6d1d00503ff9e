# why: the line begins at zero and not at the least x
def plot_fit(theta, x, y):
    _, ax = plt.subplots()
    ax.scatter(x, y)
    xx = jnp.linspace(0, jnp.max(x), 30)
    ax.plot(xx, model(theta, xx))
    ax.set_xlabel("x")
    ax.set_ylabel("y")
    return ax
