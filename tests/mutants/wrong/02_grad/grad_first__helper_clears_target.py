# why: A helper resets y "for the next batch" and so changes the second argument.
# misconception: mutates-argument
def zero_grad(buffer):
    if isinstance(buffer, np.ndarray):
        buffer.fill(0.0)


def grad_first(x, y):
    g = jax.grad(sum_squared_error)(x, y)
    zero_grad(y)
    return g
