# why: float() makes a number of the loss: no gradient passes
def squared_error_with_residuals(x, y):
    loss = float(sum_squared_error(x, y))
    return loss, x - y
