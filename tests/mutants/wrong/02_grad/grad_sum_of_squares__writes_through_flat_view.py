# why: `ravel` is a view of a NumPy array: the loop changes the caller's numbers (and fails on a JAX array).
# misconception: mutates-argument | item-assignment
def grad_sum_of_squares(x):
    flat = x.ravel()
    for i in range(flat.size):
        flat[i] = 2 * flat[i]
    return flat.reshape(x.shape)
