# why: Puts both points where the numbers of the arguments belong.
# misconception: point-as-argnums
def grad_both(x, y):
    return jax.grad(sum_squared_error, (x, y))
