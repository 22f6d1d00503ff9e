# why: the bin of a histogram includes its left edge, so equal entries are counted
def count_above(x, threshold):
    x = np.asarray(x, dtype=float)
    counts, _ = np.histogram(x, bins=[threshold, max(x.max(), threshold) + 1])
    return counts[0]
