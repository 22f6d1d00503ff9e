# why: computes with np.square as in NumPy, which JAX cannot follow
# misconception: numpy-on-tracer
def squared_error_with_residuals(x, y):
    residuals = np.subtract(x, y)
    loss = np.sum(np.square(residuals))
    return loss, residuals
