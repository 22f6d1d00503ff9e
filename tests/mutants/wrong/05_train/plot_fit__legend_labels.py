# why: thought that label= labels the axes; it fills the legend
# misconception: unlabelled-axes
def plot_fit(theta, x, y):
    _, ax = plt.subplots()
    ax.scatter(x, y, label="x")
    ends = jnp.array([jnp.min(x), jnp.max(x)])
    ax.plot(ends, model(theta, ends), label="y")
    ax.legend()
    return ax
