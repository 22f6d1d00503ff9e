# why: the y axis has no label
# misconception: unlabelled-axes
import matplotlib.pyplot as plt
import numpy as np


def plot_fit(theta, x, y):
    fig, ax = plt.subplots()
    ax.plot(x, y, "o", label="data")
    grid = np.linspace(np.min(x), np.max(x), 50)
    ax.plot(grid, np.polyval(np.asarray(theta), grid), "-", label="fit")
    ax.set_title("y")
    ax.set_xlabel("x")
    ax.legend()
    return ax
