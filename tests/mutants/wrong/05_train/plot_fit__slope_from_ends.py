# why: works the slope out again from both ends with Python floats: a division by zero for a single point
def plot_fit(theta, x, y):
    lo, hi = float(np.min(x)), float(np.max(x))
    h_lo, h_hi = float(model(theta, lo)), float(model(theta, hi))
    slope = (h_hi - h_lo) / (hi - lo)
    _, ax = plt.subplots()
    ax.scatter(x, y)
    ax.axline((lo, h_lo), slope=slope, color="C1")
    ax.set_xlabel("x")
    ax.set_ylabel("y")
    return ax
