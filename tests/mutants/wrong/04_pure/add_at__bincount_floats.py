# why: np.bincount with weights counts in floats, so integers do not stay integers
def add_at(x, indices, amounts):
    x = np.asarray(x)
    return x + np.bincount(indices, weights=amounts, minlength=len(x))
