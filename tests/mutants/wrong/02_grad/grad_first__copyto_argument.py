# why: Computes the gradient well but stores it in the argument.
# misconception: mutates-argument | read-only-view
def grad_first(x, y):
    g = jax.grad(sum_squared_error)(x, y)
    buffer = np.asarray(x)
    np.copyto(buffer, g)
    return buffer.copy()
