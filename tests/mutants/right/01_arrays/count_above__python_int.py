# why: a Python int is an integer scalar
def count_above(x, threshold):
    return int((x > threshold).sum())
