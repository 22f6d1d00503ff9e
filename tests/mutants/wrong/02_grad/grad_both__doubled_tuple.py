# why: 2 * tuple repeats the tuple
# misconception: tree-arithmetic
def grad_both(x, y):
    d = x - y
    return 2 * (d, -d)
