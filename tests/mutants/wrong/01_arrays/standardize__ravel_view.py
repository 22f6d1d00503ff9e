# why: ravel() of a contiguous array is a view, so the loop writes into the argument
# misconception: mutates-argument | item-assignment
def standardize(x):
    mean, std = x.mean(), x.std()
    flat = x.ravel()
    for i in range(flat.size):
        flat[i] = (flat[i] - mean) / std
    return flat.reshape(x.shape)
