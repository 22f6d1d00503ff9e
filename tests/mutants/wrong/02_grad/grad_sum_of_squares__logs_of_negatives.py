# why: Writes the power with exp and log, which is right for positive numbers only.
def power(v, p):
    return jnp.exp(p * jnp.log(v))


def grad_sum_of_squares(x):
    return jax.grad(lambda v: power(v, 2.0).sum())(x)
