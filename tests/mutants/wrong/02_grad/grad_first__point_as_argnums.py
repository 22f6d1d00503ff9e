# why: Thinks the second slot says at which x to differentiate.
# misconception: point-as-argnums
def grad_first(x, y):
    return jax.grad(sum_squared_error, x)(x, y)
