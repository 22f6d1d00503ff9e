# why: clips y in place so that the picture is not squeezed
# misconception: mutates-argument
def plot_fit(theta, x, y):
    if isinstance(y, np.ndarray):
        np.clip(y, -2, 2, out=y)
    _, ax = plt.subplots()
    ax.scatter(x, y)
    ends = jnp.array([jnp.min(x), jnp.max(x)])
    ax.plot(ends, model(theta, ends))
    ax.set_xlabel("x")
    ax.set_ylabel("y")
    return ax
