# why: Believed that the second slot of `jax.grad` takes the point.
# misconception: point-as-argnums
def grad_sum_of_squares(x):
    return jax.grad(lambda v: jnp.sum(v**2), x)
