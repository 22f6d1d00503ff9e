# why: x.mean() of a NumPy array is a NumPy number, so -= and /= rewrite the caller's array (and integers raise)
# misconception: mutates-argument
def standardize(x):
    x -= x.mean()
    x /= x.std()
    return x
