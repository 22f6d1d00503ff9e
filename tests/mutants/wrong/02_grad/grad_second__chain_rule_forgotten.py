# why: By hand, without the inner derivative -1.
# misconception: sign | argnums-default
def grad_second(x, y):
    # (x - y)^2  ->  2 (x - y)
    return 2.0 * (x - y)
