# why: each of the two is wrapped in a tuple
# misconception: argnums-tuple
def grad_both(x, y):
    return (
        jax.grad(sum_squared_error, argnums=(0,))(x, y),
        jax.grad(sum_squared_error, argnums=(1,))(x, y),
    )
