# why: plain Python loops into a fresh NumPy table
def squared_distances(a, b):
    a, b = np.asarray(a), np.asarray(b)
    table = np.zeros((len(a), len(b)), dtype=np.float64)
    for i, p in enumerate(a):
        for j, q in enumerate(b):
            table[i, j] = np.sum((p - q) ** 2)
    return table
