# why: plots the line of the start, with both parameters zero
# misconception: wrong-line
start = jnp.array([0.0, 0.0])


def plot_fit(theta, x, y):
    fig, ax = plt.subplots()
    ax.scatter(x, y, s=10)
    line = jnp.linspace(jnp.min(x), jnp.max(x), 50)
    ax.plot(line, model(start, line))
    ax.set(xlabel="x", ylabel="y")
    return ax
