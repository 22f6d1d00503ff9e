# why: Unpacks `value_and_grad` the wrong way around and returns the loss.
# misconception: value-grad-order
def grad_second(x, y):
    grad, value = jax.value_and_grad(sum_squared_error, argnums=1)(x, y)
    return grad
