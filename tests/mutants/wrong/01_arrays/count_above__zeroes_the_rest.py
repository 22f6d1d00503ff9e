# why: writes zeros and ones into the caller's array and adds them up
# misconception: mutates-argument | item-assignment
def count_above(x, threshold):
    mask = x > threshold
    x[mask] = 1
    x[~mask] = 0
    return int(x.sum())
