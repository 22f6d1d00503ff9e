# why: a line through a hundred thousand points is still a line to the last of them
import matplotlib.pyplot as plt
import numpy as np


def plot_fit(theta, x, y):
    fig, ax = plt.subplots()
    ax.scatter(x, y)
    xs = np.linspace(np.min(x), np.max(x), 100_000)
    ax.plot(xs, float(theta[0]) * xs + float(theta[1]))
    ax.set(xlabel="x", ylabel="y")
    return ax
