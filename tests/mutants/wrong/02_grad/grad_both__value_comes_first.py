# why: `value_and_grad` puts the loss in front: a pair of loss and pair.
def grad_both(x, y):
    return jax.value_and_grad(sum_squared_error, argnums=(0, 1))(x, y)
