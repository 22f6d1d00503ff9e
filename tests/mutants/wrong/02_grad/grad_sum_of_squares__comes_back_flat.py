# why: Flattened first and forgot to give the shape back.
def grad_sum_of_squares(x):
    flat = jnp.ravel(x)
    return jax.grad(lambda v: jnp.dot(v, v))(flat)
