# why: pure NumPy in float64, returns a fresh NumPy array of floats
def standardize(x):
    z = np.array(x, dtype=np.float64)  # my own copy
    z -= z.mean()
    z /= z.std()
    return z
