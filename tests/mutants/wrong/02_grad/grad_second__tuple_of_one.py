# why: A tuple in `argnums` gives a tuple back.
# misconception: argnums-tuple
def grad_second(x, y):
    return jax.grad(sum_squared_error, argnums=(1,))(x, y)
