# why: doubles the caller's NumPy array
# misconception: mutates-argument
def grad_sum_of_squares(x):
    x += x
    return x
