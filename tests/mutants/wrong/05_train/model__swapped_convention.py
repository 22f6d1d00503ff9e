# why: theta = [height, slope] in both functions, so they agree with each other and with nobody else
# tasks: model, plot_fit
def model(theta, x):
    return theta[0] + theta[1] * x


def plot_fit(theta, x, y):
    height, slope = theta
    _, ax = plt.subplots()
    ax.scatter(x, y)
    ends = np.array([np.min(x), np.max(x)])
    ax.plot(ends, height + slope * ends)
    ax.set_xlabel("x")
    ax.set_ylabel("y")
    return ax
