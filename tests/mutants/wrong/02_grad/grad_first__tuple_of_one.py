# why: `argnums=(0,)` gives a tuple with the array in it.
# misconception: argnums-tuple
def grad_first(x, y):
    return jax.grad(sum_squared_error, argnums=(0,))(x, y)
