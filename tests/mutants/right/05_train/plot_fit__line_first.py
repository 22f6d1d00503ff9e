# why: the line is drawn before the data, on sorted copies, and a legend shows the numbers
def plot_fit(theta, x, y):
    fig = plt.figure()
    ax = fig.add_subplot(111)
    xx = sorted(float(v) for v in x)
    w, b = (float(t) for t in theta)
    ax.plot(xx, [w * v + b for v in xx], label=f"{w:.2f} x + {b:.2f}", zorder=3)
    ax.scatter(x, y, c="0.5", label="data")
    ax.legend()
    ax.set(xlabel="input x", ylabel="output y", title="A line")
    return ax
