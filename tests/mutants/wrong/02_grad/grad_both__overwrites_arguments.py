# why: Puts both gradients where the arguments were.
# misconception: mutates-argument | item-assignment
def grad_both(x, y):
    gx, gy = jax.grad(sum_squared_error, argnums=(0, 1))(x, y)
    x[...] = gx
    y[...] = gy
    return gx, gy
