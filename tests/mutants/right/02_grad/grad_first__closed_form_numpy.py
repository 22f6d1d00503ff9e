# why: The closed form in NumPy; the difference is a fresh array, so doubling it in place is local.
def grad_first(x, y):
    r = np.subtract(x, y)
    return r + r
