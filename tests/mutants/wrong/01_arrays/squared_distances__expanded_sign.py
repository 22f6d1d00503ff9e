# why: the binomial formula with a plus in the middle
def squared_distances(a, b):
    a = np.array(a, dtype=np.float64)
    b = np.array(b, dtype=np.float64)
    return (a**2).sum(1)[:, None] + 2 * a @ b.T + (b**2).sum(1)
