# why: `.at` is only there on JAX arrays; a NumPy input raises AttributeError.
# misconception: at-on-numpy
def grad_sum_of_squares(x):
    return x.at[...].mul(2)
