# why: stays in NumPy when a NumPy array comes in, where -inf * False is nan
def zero_negatives(x):
    return x * (x > 0)
