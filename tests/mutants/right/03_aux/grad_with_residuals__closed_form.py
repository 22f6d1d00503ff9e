# why: the gradient of the sum of squares is twice the residuals, and the closed form is accepted
def grad_with_residuals(x, y):
    residuals = x - y
    return 2 * residuals, residuals
