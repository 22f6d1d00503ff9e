# why: plots the model one point at a time, without a marker: there is nothing to see
import matplotlib.pyplot as plt


def plot_fit(theta, x, y):
    fig, ax = plt.subplots()
    ax.scatter(x, y)
    for xi in x:
        ax.plot(xi, model(theta, xi))
    ax.set(xlabel="x", ylabel="y")
    return ax
