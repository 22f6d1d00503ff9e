# why: The formula 2x is accepted; `x + x` is a fresh array of the kind that came in.
def grad_sum_of_squares(x):
    return x + x
