# handed in: aux.ipynb, cut

# %% task="loss_and_grad"
def loss_and_grad(params, x, y):
    return jax.value_and_grad(linear_loss)(params, x, y)

# %% task="squared_error_with_residuals"
def squared_error_with_residuals(x, y):
    return sum_squared_error(x, y), x - y
