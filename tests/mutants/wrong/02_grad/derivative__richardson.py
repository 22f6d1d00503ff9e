# why: A clever extrapolation of differences is still finite differences.
# misconception: finite-differences
def derivative(f):
    def slope(x, h):
        return (f(x + h) - f(x - h)) / (2.0 * h)

    def better(x):
        # error h^2 cancels
        return (4 * slope(x, 0.05) - slope(x, 0.1)) / 3

    return better
