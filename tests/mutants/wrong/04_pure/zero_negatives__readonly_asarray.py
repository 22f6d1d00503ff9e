# why: np.asarray is no copy: edits the caller's NumPy array and fails on the read-only view of a JAX array
# misconception: read-only-view | mutates-argument
def zero_negatives(x):
    a = np.asarray(x)
    np.putmask(a, a < 0, 0)
    return a
