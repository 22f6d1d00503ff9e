# why: the line goes from the first x to the last one, which are not the least and greatest of unsorted data
# misconception: wrong-line
import matplotlib.pyplot as plt


def plot_fit(theta, x, y):
    _, ax = plt.subplots()
    ax.scatter(x, y)
    x0, x1 = float(x[0]), float(x[-1])
    ax.plot([x0, x1], [float(theta[0]) * x0 + float(theta[1]), float(theta[0]) * x1 + float(theta[1])])
    ax.set(xlabel="x", ylabel="y")
    return ax
