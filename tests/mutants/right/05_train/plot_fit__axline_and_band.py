# why: axline, a shaded band and a legend besides
import matplotlib.pyplot as plt
import numpy as np


def plot_fit(theta, x, y):
    w, b = np.asarray(theta).tolist()
    with plt.style.context("ggplot"):
        figure = plt.figure(layout="constrained")
        ax = figure.add_subplot(1, 1, 1)
    ax.scatter(np.asarray(x), np.asarray(y), label="data", zorder=2)
    ax.axline((0.0, b), slope=w, color="k", label="fit")
    grid = np.linspace(np.min(x), np.max(x), 3)
    ax.fill_between(grid, w * grid + b - 0.1, w * grid + b + 0.1, alpha=0.2)
    ax.set(xlabel="input $x$", ylabel="output $y$", title="fit")
    ax.legend()
    return ax
