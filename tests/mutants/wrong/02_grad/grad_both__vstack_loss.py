# why: Differentiates a stacked array; only one array with a new axis comes back.
def grad_both(x, y):
    both = jnp.stack([x, y])
    return jax.grad(lambda b: sum_squared_error(b[0], b[1]))(both)
