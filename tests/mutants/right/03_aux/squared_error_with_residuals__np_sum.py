# why: np.sum and ** hand the work to the array's own methods, so JAX can follow, and NumPy data stay NumPy
def squared_error_with_residuals(x, y):
    residuals = x - y
    return np.sum(residuals**2), residuals
