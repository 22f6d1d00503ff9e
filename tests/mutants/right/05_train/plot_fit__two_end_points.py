# why: circles without a line, and a line through its two end points
import matplotlib.pyplot as plt
import numpy as np


def plot_fit(theta, x, y):
    fig, ax = plt.subplots()
    ax.plot(x, y, "o", alpha=0.5)
    ends = np.array([np.min(x), np.max(x)])
    ax.plot(ends, float(theta[0]) * ends + float(theta[1]), lw=2)
    ax.set_xlabel("x")
    ax.set_ylabel("y")
    ax.grid(True)
    return ax
