# why: Uses y as the place to compute in.
# misconception: mutates-argument
def grad_second(x, y):
    np.subtract(y, x, out=y)
    np.multiply(y, 2, out=y)
    return y.copy()
