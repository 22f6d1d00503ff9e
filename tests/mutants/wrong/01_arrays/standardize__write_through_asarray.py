# why: takes np.asarray for a copy: with NumPy it is the caller's array, with JAX a read-only view
# misconception: read-only-view | mutates-argument
def standardize(x):
    y = np.asarray(x)
    m, s = y.mean(), y.std()
    y[...] = (y - m) / s
    return y
