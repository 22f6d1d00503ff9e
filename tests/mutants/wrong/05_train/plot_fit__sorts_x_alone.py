# why: sorts x in place: the caller's array changes, and the points lose their partners
import matplotlib.pyplot as plt
import numpy as np


def plot_fit(theta, x, y):
    if isinstance(x, np.ndarray):
        x.sort()
    else:
        x = jnp.sort(x)
    _, ax = plt.subplots()
    ax.scatter(x, y)
    ax.plot(x, theta[0] * x + theta[1])
    ax.set(xlabel="x", ylabel="y")
    return ax
