# why: returns the loss as before and computes the residuals for nothing
def squared_error_with_residuals(x, y):
    residuals = x - y
    loss = sum_squared_error(x, y)
    return loss
