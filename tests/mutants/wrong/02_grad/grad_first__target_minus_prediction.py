# why: Has the difference the wrong way around in the formula.
# misconception: sign
def grad_first(x, y):
    error = y - x
    return 2 * error
