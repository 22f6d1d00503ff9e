# why: returns the comparison and forgets to count
def count_above(x, threshold):
    return (x > threshold).astype(int)
