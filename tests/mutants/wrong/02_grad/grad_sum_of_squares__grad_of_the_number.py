# why: Gave `jax.grad` the computed sum instead of the function.
# misconception: grad-of-value
def sum_of_squares(x):
    return jnp.sum(x**2)


def grad_sum_of_squares(x):
    return jax.grad(sum_of_squares(x))
