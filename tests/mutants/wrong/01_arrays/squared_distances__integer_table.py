# why: builds an integer NumPy table, which cuts off the decimals
# misconception: int-truncates
def squared_distances(a, b):
    table = np.zeros((len(a), len(b)), dtype=int)
    for i in range(len(a)):
        for j in range(len(b)):
            table[i, j] = ((a[i] - b[j]) ** 2).sum()
    return table.astype(np.float32)
