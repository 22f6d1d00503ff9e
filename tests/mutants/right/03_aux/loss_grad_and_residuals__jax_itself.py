# why: the name is bound to what JAX returns
loss_grad_and_residuals = jax.value_and_grad(
    lambda x, y: (sum_squared_error(x, y), x - y), argnums=0, has_aux=True
)
