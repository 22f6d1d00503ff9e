# why: puts the aux into a dict although the residuals themselves are asked for
def squared_error_with_residuals(x, y):
    aux = {"residuals": x - y}
    return sum_squared_error(x, y), aux
