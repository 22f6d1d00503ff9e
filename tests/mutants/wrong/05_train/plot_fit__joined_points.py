# why: the data are joined by a line instead of standing as points
import matplotlib.pyplot as plt
import numpy as np


def plot_fit(theta, x, y):
    fig, ax = plt.subplots()
    ax.plot(x, y, "o-")
    line_x = np.array([np.min(x), np.max(x)])
    ax.plot(line_x, float(theta[0]) * line_x + float(theta[1]))
    ax.set_xlabel("x")
    ax.set_ylabel("y")
    return ax
