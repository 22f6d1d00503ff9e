# why: += on a fresh product touches nothing of the caller's
def model(theta, x):
    w, b = theta
    y = w * x
    y += b
    return y
