# why: the gradient points the wrong way, derived with y - x inside the square and the inner derivative forgotten
# misconception: sign
def grad_with_residuals(x, y):
    gradient = 2 * (y - x)
    return gradient, x - y
