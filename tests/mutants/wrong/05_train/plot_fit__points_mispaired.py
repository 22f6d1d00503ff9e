# why: sorts x for the line, then scatters the sorted x against the unsorted y
import matplotlib.pyplot as plt
import numpy as np


def plot_fit(theta, x, y):
    xs = np.sort(np.asarray(x))
    fig, ax = plt.subplots(figsize=(5, 4))
    ax.scatter(xs, np.asarray(y), s=8)
    ax.plot(xs, float(theta[0]) * xs + float(theta[1]), "k--")
    ax.set_xlabel("x")
    ax.set_ylabel("y")
    return ax
