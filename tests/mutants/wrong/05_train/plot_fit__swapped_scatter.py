# why: y along the horizontal axis in the scatter
import matplotlib.pyplot as plt


def plot_fit(theta, x, y):
    fig, ax = plt.subplots()
    ax.scatter(y, x)
    lo, hi = min(x), max(x)
    ax.plot([lo, hi], [theta[0] * lo + theta[1], theta[0] * hi + theta[1]])
    ax.set_xlabel("x")
    ax.set_ylabel("y")
    return ax
