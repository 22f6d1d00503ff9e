# why: Uses the two functions that were written before.
def grad_both(x, y):
    return grad_first(x, y), grad_second(x, y)
