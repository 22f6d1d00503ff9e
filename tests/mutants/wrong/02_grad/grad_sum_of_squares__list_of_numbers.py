# why: Returns a Python list, and cannot loop over a single number of shape ().
def grad_sum_of_squares(x):
    return [2 * entry for entry in x]
