# why: draws a thin line from each point to the model, a grid and the zero line besides
def plot_fit(theta, x, y):
    _, ax = plt.subplots()
    pred = model(theta, x)
    for xi, yi, pi in zip(x, y, pred):
        ax.plot([xi, xi], [yi, pi], color="0.8", lw=0.5)
    ax.axhline(0, color="k", lw=0.5)
    ax.grid(True)
    ax.scatter(x, y, s=12)
    ends = jnp.array([jnp.min(x), jnp.max(x)])
    ax.plot(ends, model(theta, ends), "--")
    ax.set_xlabel("x")
    ax.set_ylabel("y")
    return ax
