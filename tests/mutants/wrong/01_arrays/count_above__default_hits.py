# why: the default list of hits grows from call to call
# misconception: mutable-default
def count_above(x, threshold, hits=[]):
    for v in np.ravel(x):
        if v > threshold:
            hits.append(v)
    return len(hits)
