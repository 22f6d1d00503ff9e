# why: axline through the heights at 0 and at 1, which are never the same point
def plot_fit(theta, x, y):
    ax = plt.figure().gca()
    ax.plot(np.array(x), np.array(y), "k.", label="data")
    h0, h1 = np.asarray(model(theta, np.array([0.0, 1.0])))
    ax.axline((0, h0), (1, h1), label="line")
    ax.set_xlabel("x")
    ax.set_ylabel("y")
    return ax
