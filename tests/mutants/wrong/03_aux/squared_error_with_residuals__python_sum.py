# why: Python's sum adds along the first axis only, and cannot go through a scalar
def squared_error_with_residuals(x, y):
    r = x - y
    return sum(r**2), r
