# why: Each gradient was asked for with a tuple of one, so there are tuples inside the pair.
# misconception: argnums-tuple
def grad_both(x, y):
    gx = jax.grad(sum_squared_error, argnums=(0,))(x, y)
    gy = jax.grad(sum_squared_error, argnums=(1,))(x, y)
    return gx, gy
