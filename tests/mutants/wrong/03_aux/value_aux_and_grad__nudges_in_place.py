# why: nudges the entries of x itself; NumPy input is left a little off, JAX input cannot be written
# misconception: finite-differences | mutates-argument | item-assignment
def value_aux_and_grad(f, x):
    value, aux = f(x)
    eps = 1e-3
    gradient = np.zeros(np.shape(x))
    for i in np.ndindex(np.shape(x)):
        x[i] += eps
        gradient[i] = (f(x)[0] - value) / eps
        x[i] -= eps
    return value, aux, gradient
