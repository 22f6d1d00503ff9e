# why: an if works for one number and not for an array
def zero_negatives(x):
    if x < 0:
        return 0
    return x
