# why: puts x where argnums belongs
# misconception: point-as-argnums
def grad_first(x, y):
    return jax.grad(sum_squared_error, x)(y)
