# why: takes the line's width away with the markers' example, so that no line is seen
import matplotlib.pyplot as plt


def plot_fit(theta, x, y):
    fig, ax = plt.subplots()
    ax.plot(x, y, "o", lw=0)
    ends = jnp.array([x.min(), x.max()])
    ax.plot(ends, model(theta, ends), lw=0)
    ax.set(xlabel="x", ylabel="y")
    return ax
