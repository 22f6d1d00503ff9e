# why: out=x writes into the argument
# misconception: mutates-argument | out-argument
def zero_negatives(x):
    return np.maximum(x, 0, out=x)
