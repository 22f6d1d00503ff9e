# why: NumPy inside, and a new array comes out
def zero_negatives(x):
    a = np.asarray(x)
    return np.where(a < 0, np.zeros_like(a), a)
