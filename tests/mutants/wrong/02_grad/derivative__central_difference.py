# why: The slope from two nearby points is no automatic differentiation.
# misconception: finite-differences
def derivative(f, h=1e-2):
    def df(x):
        return (f(x + h) - f(x - h)) / (2 * h)

    return df
