# why: takes np.gradient for the gradient; it is the slope from entry to entry
def grad_with_residuals(x, y):
    residuals = np.asarray(x) - np.asarray(y)
    return np.gradient(residuals**2), residuals
