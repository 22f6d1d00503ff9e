# why: saves memory with out=x: the caller's floats are overwritten and a JAX array cannot be an out
# misconception: mutates-argument
def standardize(x):
    m = np.mean(x)
    s = np.std(x)
    np.subtract(x, m, out=x)
    return np.divide(x, s)
