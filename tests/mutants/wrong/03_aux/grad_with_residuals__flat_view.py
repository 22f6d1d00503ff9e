# why: writes through a flattened view in a helper; with NumPy input the view is the caller's memory
# misconception: mutates-argument
def subtract_into(a, b):
    for i in range(a.size):
        a[i] = a[i] - b[i]


def grad_with_residuals(x, y):
    if isinstance(x, jax.Array):
        r = x - y
    else:
        flat = np.reshape(x, -1)
        subtract_into(flat, np.reshape(y, -1))
        r = flat.reshape(np.shape(x)).copy()
    return 2 * r, r
