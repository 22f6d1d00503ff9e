# why: `r = x` is no copy: the in-place subtraction changes the argument.
# misconception: mutates-argument
def grad_both(x, y):
    r = x
    r -= y
    r *= 2
    return 1.0 * r, -r
