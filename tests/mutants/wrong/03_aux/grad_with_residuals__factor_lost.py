# why: thinks the gradient of the squared error is the residual itself
def grad_with_residuals(x, y):
    residuals = x - y
    gradient = 1.0 * residuals
    return gradient, residuals
