# why: shows the picture and returns nothing
def plot_fit(theta, x, y):
    plt.figure()
    plt.scatter(x, y)
    ends = np.array([np.min(x), np.max(x)])
    plt.plot(ends, model(theta, ends))
    plt.xlabel("x")
    plt.ylabel("y")
    plt.show()
