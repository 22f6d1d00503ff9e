# why: written out for the three numbers of the example
# misconception: hard-coded
def grad_sum_of_squares(x):
    a, b, c = x
    return jnp.array([2 * a, 2 * b, 2 * c])
