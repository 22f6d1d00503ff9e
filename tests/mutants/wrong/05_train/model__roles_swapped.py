# why: theta is [w, b], not [b, w]
def model(theta, x):
    b, w = theta
    return b + w * x
