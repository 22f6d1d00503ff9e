# why: value_and_grad already gives a function of (params, x, y); only a name was missing
loss_and_grad = jax.value_and_grad(linear_loss)
