# why: thought that the data is symmetric, and draws from -max to max: too short on the left when the least x is further out
def plot_fit(theta, x, y):
    _, ax = plt.subplots()
    ax.scatter(x, y)
    m = float(np.max(x))
    xx = np.array([-m, m])
    ax.plot(xx, model(theta, xx))
    ax.set_xlabel("x")
    ax.set_ylabel("y")
    return ax
