# why: draws the least-squares line, not the model's
# misconception: wrong-line
import matplotlib.pyplot as plt
import numpy as np


def plot_fit(theta, x, y):
    fig, ax = plt.subplots()
    ax.scatter(x, y)
    A = np.stack([np.asarray(x), np.ones(len(x))], axis=1)
    (w, b), *_ = np.linalg.lstsq(A, np.asarray(y), rcond=None)
    lo, hi = np.min(x), np.max(x)
    ax.plot([lo, hi], [w * lo + b, w * hi + b])
    ax.set_xlabel("x")
    ax.set_ylabel("y")
    return ax
