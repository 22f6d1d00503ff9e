# why: the auxiliary data comes first
# misconception: aux-order
def squared_error_with_residuals(x, y):
    return x - y, sum_squared_error(x, y)
