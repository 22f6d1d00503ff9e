# why: the line from each point to the next, so that no piece reaches over all of them
import matplotlib.pyplot as plt


def plot_fit(theta, x, y):
    fig, ax = plt.subplots()
    ax.scatter(x, y)
    knots = jnp.concatenate([jnp.sort(x), jnp.array([jnp.max(x)])])
    for start, end in zip(knots[:-1], knots[1:]):
        ax.plot([start, end], [model(theta, start), model(theta, end)], "r-")
    ax.set(xlabel="x", ylabel="y")
    return ax
