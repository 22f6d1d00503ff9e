# why: a local style and a helper for the labels
def _labels(ax, **names):
    ax.set(**names)
    return ax


def plot_fit(theta, x, y):
    with plt.style.context("ggplot"):
        _, ax = plt.subplots()
        ax.scatter(x, y)
        ends = jnp.linspace(jnp.min(x), jnp.max(x), num=2)
        ax.plot(ends, model(theta, ends))
    _labels(ax, xlabel="x (no unit)", ylabel="y (no unit)")
    return ax
