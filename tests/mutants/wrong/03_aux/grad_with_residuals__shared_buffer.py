# why: recycles one result buffer per shape, so an older result changes when the function is called again
# misconception: hidden-state
buffers = {}


def grad_with_residuals(x, y):
    residuals = np.asarray(x, dtype=float) - np.asarray(y, dtype=float)
    out = buffers.setdefault(residuals.shape, np.empty(residuals.shape))
    np.multiply(residuals, 2, out=out)
    return out, residuals
