# why: Calls the loss first and tries to differentiate the number.
# misconception: grad-of-value
def grad_first(x, y):
    loss = sum_squared_error(x, y)
    return jax.grad(loss)(x, y)
