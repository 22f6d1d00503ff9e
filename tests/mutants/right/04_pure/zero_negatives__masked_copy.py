# why: the mask assignment goes to a fresh copy
def zero_negatives(x):
    result = np.array(x, copy=True)
    if result.size:
        result[result < 0] = 0
    return result
