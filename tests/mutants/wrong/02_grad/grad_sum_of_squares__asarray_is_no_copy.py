# why: Thought `np.asarray` makes a copy; it is the same memory for NumPy and a read-only view of a JAX array.
# misconception: read-only-view | mutates-argument
def grad_sum_of_squares(x):
    g = np.asarray(x)
    g += g
    return g
