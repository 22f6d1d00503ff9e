# why: sums along the last axis, so a table gives a count per row
def count_above(x, threshold):
    return (x > threshold).sum(axis=-1)
