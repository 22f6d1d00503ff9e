# why: returns a plain number with item, so JAX sees a constant and a zero gradient
# misconception: item-kills-gradient
def squared_error_with_residuals(x, y):
    loss = sum_squared_error(x, y)
    return loss.item(), x - y
