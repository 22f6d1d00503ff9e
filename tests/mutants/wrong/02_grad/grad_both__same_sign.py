# why: Thinks both derivatives are 2(x - y).
# misconception: sign | argnums-default
def grad_both(x, y):
    g = 2 * (x - y)
    return g, g
