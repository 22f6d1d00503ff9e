# why: off by one: the loop over the coordinates starts at 1
def squared_distances(a, b):
    total = 0.0
    for k in range(1, a.shape[1]):
        total += (a[:, k][:, None] - b[:, k]) ** 2
    return total
