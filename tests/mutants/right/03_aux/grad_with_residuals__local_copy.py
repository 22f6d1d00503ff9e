# why: changes only a fresh float64 copy of x in place, in NumPy
def grad_with_residuals(x, y):
    r = np.array(x, dtype=np.float64)
    r -= np.asarray(y)
    g = r.copy()
    g *= 2
    return (g, r)
