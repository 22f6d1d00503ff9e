# why: the line starts at zero
import matplotlib.pyplot as plt
import numpy as np


def plot_fit(theta, x, y):
    ax = plt.subplots()[1]
    ax.plot(x, y, ".")
    grid = np.linspace(0, np.max(x), 100)
    ax.plot(grid, float(theta[0]) * grid + float(theta[1]))
    ax.set_xlabel("x")
    ax.set_ylabel("y")
    return ax
