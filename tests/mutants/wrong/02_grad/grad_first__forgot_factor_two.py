# why: The derivative of r squared is 2r, and the 2 was forgotten.
def grad_first(x, y):
    residuals = x - y
    return residuals
