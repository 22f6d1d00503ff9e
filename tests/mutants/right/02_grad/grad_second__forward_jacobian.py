# why: forward mode
grad_second = jax.jacfwd(sum_squared_error, argnums=1)
