# why: Names the argument by its value: `argnums=y`.
# misconception: point-as-argnums
def grad_second(x, y):
    return jax.grad(sum_squared_error, argnums=y)(x, y)
