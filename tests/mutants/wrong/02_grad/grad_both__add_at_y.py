# why: `np.add.at` and `-=` on y leave the caller with another y.
# misconception: mutates-argument
def grad_both(x, y):
    r = y
    np.add.at(r, ..., -x)
    return -2 * r, 2 * r
