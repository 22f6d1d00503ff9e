# why: .sort() sorts the caller's NumPy array in place (and a JAX array's returns a new one, so nothing is sorted)
# misconception: mutates-argument
def count_above(x, threshold):
    flat = x.reshape(-1)
    flat.sort()
    return flat.size - np.searchsorted(flat, threshold, side="right")
