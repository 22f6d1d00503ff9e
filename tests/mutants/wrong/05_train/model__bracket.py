# why: wrong brackets: the height is multiplied by the slope too
def model(theta, x):
    w, b = theta
    return w * (x + b)
