# why: the model is drawn as a second scatter, there is no line
import matplotlib.pyplot as plt


def plot_fit(theta, x, y):
    fig, ax = plt.subplots()
    ax.scatter(x, y, label="data")
    ax.scatter(x, theta[0] * x + theta[1], label="model", marker="_")
    ax.set_xlabel("x")
    ax.set_ylabel("y")
    ax.legend()
    return ax
