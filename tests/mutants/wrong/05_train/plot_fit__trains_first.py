# why: takes twenty more steps before plotting; the line is not theta's
# misconception: wrong-line
def plot_fit(theta, x, y):
    theta, _ = train(theta, x, y, steps=20)
    _, ax = plt.subplots()
    ax.scatter(x, y)
    ends = jnp.array([jnp.min(x), jnp.max(x)])
    ax.plot(ends, model(theta, ends), "r-")
    ax.set_xlabel("x")
    ax.set_ylabel("y")
    return ax
