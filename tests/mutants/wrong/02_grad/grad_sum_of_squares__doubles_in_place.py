# why: Knew the formula 2x but doubled the caller's array in place.
# misconception: mutates-argument
def grad_sum_of_squares(x):
    # d/dx x^2 = 2x
    x *= 2
    return x
