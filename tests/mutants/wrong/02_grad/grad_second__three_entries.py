# why: Writes out the three entries of the example.
# misconception: hard-coded
# not recognised: from outside, nothing tells one fixed number or shape from another mistake
def grad_second(x, y):
    return jnp.array([2 * (y[0] - x[0]), 2 * (y[1] - x[1]), 2 * (y[2] - x[2])])
