# why: thinks `z = x` makes a copy
# misconception: mutates-argument
def standardize(x):
    m, s = np.mean(np.asarray(x)), np.std(np.asarray(x))
    z = x
    z -= m
    return z / s
