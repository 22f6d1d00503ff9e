# why: One `vmap` takes away exactly one axis, so only vectors work.
def grad_sum_of_squares(x):
    return jax.vmap(jax.grad(lambda v: v**2))(x)
