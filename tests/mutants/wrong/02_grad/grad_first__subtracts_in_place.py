# why: `x -= y` writes the difference into the caller's NumPy array.
# misconception: mutates-argument
def grad_first(x, y):
    x -= y
    return 2 * x
