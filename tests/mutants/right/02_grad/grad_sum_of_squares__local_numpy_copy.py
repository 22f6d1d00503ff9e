# why: `np.array` is a fresh copy, so in-place work on it touches nobody.
def grad_sum_of_squares(x):
    g = np.array(x, dtype=np.float32)
    g *= 2
    return g
