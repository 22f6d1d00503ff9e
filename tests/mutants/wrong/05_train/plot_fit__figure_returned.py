# why: returns the figure
import matplotlib.pyplot as plt


def plot_fit(theta, x, y):
    fig, ax = plt.subplots()
    ax.scatter(x, y)
    ax.axline((0.0, float(theta[1])), slope=float(theta[0]))
    ax.set_xlabel("x")
    ax.set_ylabel("y")
    return fig
