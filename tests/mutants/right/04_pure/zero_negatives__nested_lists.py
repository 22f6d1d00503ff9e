# why: goes through nested lists by recursion, then back to an array of the same shape and dtype
def zero_negatives(x):
    def fix(v):
        if isinstance(v, list):
            return [fix(w) for w in v]
        return v if v > 0 else 0

    a = np.asarray(x)
    return np.array(fix(a.tolist()), dtype=a.dtype).reshape(a.shape)
