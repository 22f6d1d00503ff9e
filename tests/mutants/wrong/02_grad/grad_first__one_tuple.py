# why: argnums as a tuple gives a tuple
# misconception: argnums-tuple
def grad_first(x, y):
    g = jax.grad(sum_squared_error, argnums=(0,))
    return g(x, y)
