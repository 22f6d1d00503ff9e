# why: `2 * (a, b)` repeats the tuple instead of doubling the arrays.
# misconception: tree-arithmetic
def grad_both(x, y):
    r = x - y
    return 2 * (r, -r)
