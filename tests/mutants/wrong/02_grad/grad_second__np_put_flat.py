# why: Writes the gradient back into y with `np.put`; y is the caller's (and a JAX array refuses).
# misconception: mutates-argument
def grad_second(x, y):
    g = -2 * (x - y)
    np.put(y, np.arange(y.size), g)
    return g
