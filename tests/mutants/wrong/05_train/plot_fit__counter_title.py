# why: numbers its plots with a module variable
# misconception: hidden-state
plot_number = 0


def plot_fit(theta, x, y):
    global plot_number
    plot_number += 1
    _, ax = plt.subplots()
    ax.scatter(x, y)
    ends = jnp.array([jnp.min(x), jnp.max(x)])
    ax.plot(ends, model(theta, ends))
    ax.set_title("plot " + str(plot_number))
    ax.set_xlabel("x")
    ax.set_ylabel("y")
    return ax
