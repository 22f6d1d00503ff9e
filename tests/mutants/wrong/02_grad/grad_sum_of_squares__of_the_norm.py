# why: the gradient of the square root of the sum
def grad_sum_of_squares(x):
    loss = lambda v: jnp.sqrt(jnp.sum(v ** 2))
    return jax.grad(loss)(x) * 2
