# why: "o-" draws markers and joins them
def plot_fit(theta, x, y):
    _, ax = plt.subplots()
    ax.plot(x, y, "o-", label="data")
    lo, hi = np.min(x), np.max(x)
    w, b = theta
    ax.plot([lo, hi], [w * lo + b, w * hi + b], label="fit")
    ax.set(xlabel="input", ylabel="output")
    return ax
