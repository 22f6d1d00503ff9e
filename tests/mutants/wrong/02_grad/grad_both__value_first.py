# why: value_and_grad: the value comes along
def grad_both(x, y):
    value, grads = jax.value_and_grad(sum_squared_error, argnums=(0, 1))(x, y)
    return value, grads
