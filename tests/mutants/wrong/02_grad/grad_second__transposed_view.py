# why: The transpose is a view, so adding to it changes the caller's y.
# misconception: mutates-argument
def grad_second(x, y):
    d = y.T
    d -= x.T
    return (2 * d).T
