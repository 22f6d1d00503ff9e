# why: a set counts every value only once
def count_above(x, threshold):
    x = np.asarray(x)
    return len(set(x[x > threshold].ravel().tolist()))
