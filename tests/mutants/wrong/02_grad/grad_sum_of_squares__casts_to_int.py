# why: Makes integers of the point, which `jax.grad` refuses.
# misconception: integer-input
def grad_sum_of_squares(x):
    x = jnp.array(x, dtype=int)
    return jax.grad(lambda v: jnp.sum(v**2))(x)
