# why: a central difference, near right
# misconception: finite-differences
def derivative(f):
    def df(x):
        h = 1e-3
        return (f(x + h) - f(x - h)) / (2 * h)

    return df
