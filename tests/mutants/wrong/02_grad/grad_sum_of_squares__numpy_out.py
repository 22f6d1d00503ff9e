# why: Wrote the doubled numbers into the argument with `out=`; JAX arrays are refused altogether.
# misconception: mutates-argument
def grad_sum_of_squares(x):
    return np.multiply(x, 2.0, out=x)
