# why: w * (x + b)
def model(theta, x):
    return theta[0] * (x + theta[1])
