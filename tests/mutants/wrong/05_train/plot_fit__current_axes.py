# why: draws into the current axes: the second call gets the first call's axes again
import matplotlib.pyplot as plt
import numpy as np


def plot_fit(theta, x, y):
    ax = plt.gca()
    ax.scatter(x, y)
    ends = np.array([np.min(x), np.max(x)])
    ax.plot(ends, theta[0] * ends + theta[1], color="red")
    ax.set_xlabel("x")
    ax.set_ylabel("y")
    return ax
