# why: ravel gives a view of the caller's data
# misconception: mutates-argument | item-assignment
def zero_negatives(x):
    flat = x.reshape(-1)
    for i in range(flat.size):
        if flat[i] < 0:
            flat[i] = 0
    return flat.reshape(x.shape)
