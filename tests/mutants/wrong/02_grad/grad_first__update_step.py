# why: Returns the improved x after one step of descent, not the gradient.
def grad_first(x, y, lr=0.1):
    g = jax.grad(sum_squared_error)(x, y)
    return x - lr * g
