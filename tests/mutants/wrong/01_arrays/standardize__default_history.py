# why: appends to a default list, and the mean runs over all the data of all the calls
# misconception: mutable-default
def standardize(x, seen=[]):
    seen.append(np.ravel(x))
    everything = np.concatenate(seen)
    return (x - everything.mean()) / everything.std()
