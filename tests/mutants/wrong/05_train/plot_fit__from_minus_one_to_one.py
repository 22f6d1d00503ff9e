# why: the line is drawn from -1 to 1, wherever the data lie
# misconception: hard-coded | wrong-line
import matplotlib.pyplot as plt


def plot_fit(theta, x, y):
    ax = plt.figure().add_subplot()
    ax.scatter(x, y, marker="x")
    grid = jnp.linspace(-1.0, 1.0, 20)
    ax.plot(grid, theta[0] * grid + theta[1])
    ax.set_xlabel("input")
    ax.set_ylabel("output")
    return ax
