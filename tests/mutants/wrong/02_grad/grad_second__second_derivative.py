# why: Read "second" as the second derivative.
def grad_second(x, y):
    g = jax.grad(sum_squared_error)
    return jax.grad(lambda x: jnp.sum(g(x, y)))(x)
