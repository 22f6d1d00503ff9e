# why: wrote the data first and the parameters second, as in a textbook f(x; theta)
def model(x, theta):
    return theta[0] * x + theta[1]
