# why: Negates with `.at[].multiply` and drops the new array.
# misconception: update-dropped | argnums-default
def grad_second(x, y):
    g = jax.grad(sum_squared_error)(x, y)
    g.at[...].multiply(-1.0)
    return g
