# why: hands the caller's own NumPy array back if there is nothing negative in it
def zero_negatives(x):
    if np.all(np.asarray(x) >= 0):
        return x
    return np.where(np.asarray(x) < 0, 0, np.asarray(x))
