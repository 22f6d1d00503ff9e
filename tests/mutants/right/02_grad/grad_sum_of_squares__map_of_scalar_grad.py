# why: the scalar derivative, vectorised by jnp.vectorize
grad_sum_of_squares = jnp.vectorize(jax.grad(lambda t: t ** 2))
