# why: plots the notebook's xs and ys
# misconception: stale-global
xs, ys = make_data(seed=0, n=100)


def plot_fit(theta, x, y):
    _, ax = plt.subplots()
    ax.scatter(xs, ys, s=15)
    ends = jnp.array([xs.min(), xs.max()])
    ax.plot(ends, model(theta, ends))
    ax.set_xlabel("x")
    ax.set_ylabel("y")
    return ax
