# why: the loop variable is a view of a row of the caller's table
# misconception: mutates-argument
def standardize(x):
    mu = np.mean(np.asarray(x))
    sd = np.std(np.asarray(x))
    if np.ndim(x) > 1 and isinstance(x, np.ndarray):
        for row in x:
            row -= mu
        return x / sd
    return (x - mu) / sd
