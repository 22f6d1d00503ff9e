# why: a Python loop over the flattened entries, slow but right for any shape
def count_above(x, threshold):
    n = 0
    for v in np.asarray(x).flat:
        n += 1 if v > threshold else 0
    return n
