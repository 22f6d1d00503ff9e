# why: r is another name for x, so r -= y changes the caller's array
# misconception: mutates-argument
def grad_with_residuals(x, y):
    r = x
    r -= y
    return 2 * r, r
