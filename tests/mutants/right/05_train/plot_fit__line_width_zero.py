# why: circles joined by a line of width 0, which nobody sees
import matplotlib.pyplot as plt


def plot_fit(theta, x, y):
    fig, ax = plt.subplots()
    ax.plot(x, y, marker="o", linewidth=0)
    xs = jnp.linspace(x.min(), x.max(), 50)
    ax.plot(xs, model(theta, xs))
    ax.set(xlabel="x", ylabel="y")
    return ax
