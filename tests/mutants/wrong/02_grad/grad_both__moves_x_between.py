# why: takes a step in x before the second gradient, and on NumPy arrays the caller's x moves
def grad_both(x, y):
    gx = 2 * (x - y)
    x -= 0.1 * gx
    gy = -2 * (x - y)
    return gx, gy
