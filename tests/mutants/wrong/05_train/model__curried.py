# why: returns the line as a function instead of its heights
def model(theta, x):
    def line(x):
        return theta[0] * x + theta[1]

    return line
