# why: a Figure of its own without pyplot; the axes come with the figure
from matplotlib.figure import Figure


def plot_fit(theta, x, y):
    ax = Figure().subplots()
    x, y, theta = np.asarray(x), np.asarray(y), np.asarray(theta)
    ends = np.array([x.min(), x.max()])
    ax.plot(x, y, linestyle="none", marker="x")
    ax.plot(ends, theta[0] * ends + theta[1])
    ax.xaxis.set_label_text("x")
    ax.yaxis.set_label_text("y")
    return ax
