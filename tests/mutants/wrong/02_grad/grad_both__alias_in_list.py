# why: Both items of the list are the same NumPy array, and `*=` negates them together.
def grad_both(x, y):
    grads = [2 * (x - y)] * 2
    grads[1] *= -1
    return tuple(grads)
