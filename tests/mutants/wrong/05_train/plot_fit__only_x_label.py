# why: labels one axis only
# misconception: unlabelled-axes
def plot_fit(theta, x, y):
    _, ax = plt.subplots()
    ax.scatter(x, y, alpha=0.5)
    ends = jnp.array([jnp.min(x), jnp.max(x)])
    ax.plot(ends, model(theta, ends))
    ax.set_xlabel("x")
    return ax
