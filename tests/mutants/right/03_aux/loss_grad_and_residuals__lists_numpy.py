# why: everything from NumPy in float64 and lists for the pairs
def loss_grad_and_residuals(x, y):
    r = np.asarray(x, dtype="float64") - np.asarray(y, dtype="float64")
    return [[float(np.sum(r * r)), r], 2.0 * r]
