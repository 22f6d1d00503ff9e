# why: `value_and_grad` gives a pair, and the pair was returned.
def grad_sum_of_squares(x):
    return jax.value_and_grad(lambda t: jnp.sum(jnp.square(t)))(x)
