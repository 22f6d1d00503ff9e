# why: counts from the start and stops at the first entry that is not above, as if x were sorted downwards
def count_above(x, threshold):
    flat = np.asarray(x).ravel()
    n = 0
    while n < flat.size and flat[n] > threshold:
        n += 1
    return n
