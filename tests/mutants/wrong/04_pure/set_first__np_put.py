# why: np.put works in place on the caller's array (and only on one number)
# misconception: mutates-argument
def set_first(x, value):
    np.put(x, 0, value)
    return x
