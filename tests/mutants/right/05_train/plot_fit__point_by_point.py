# why: a loop draws the points one by one; a marker alone has no line, however many calls it takes
import matplotlib.pyplot as plt


def plot_fit(theta, x, y):
    fig, ax = plt.subplots()
    for xi, yi in zip(x, y):
        ax.plot(xi, yi, marker="o", color="b")
    ends = jnp.array([x.min(), x.max()])
    ax.plot(ends, model(theta, ends))
    ax.set(xlabel="x", ylabel="y")
    return ax
