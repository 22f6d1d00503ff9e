# why: np.place works in place, and np.asarray of a NumPy array is the caller's array itself
# misconception: mutates-argument | read-only-view
def count_above(x, threshold):
    y = np.asarray(x)
    n = y.size
    below = y <= threshold
    np.place(y, below, threshold)
    return n - int(below.sum())
