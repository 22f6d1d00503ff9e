# why: Sums axis 0 only, so a table gives a non-scalar and a single number has no axis.
# misconception: non-scalar
def grad_sum_of_squares(x):
    total = lambda a: jnp.sum(a * a, axis=0)
    return jax.grad(total)(x)
