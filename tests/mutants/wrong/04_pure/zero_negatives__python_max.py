# why: Python's max compares the whole array with 0
def zero_negatives(x):
    return max(x, 0)
