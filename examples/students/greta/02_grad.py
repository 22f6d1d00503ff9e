# handed in: grad.ipynb

# %% task="grad_sum_of_squares"
def grad_sum_of_squares(x):
    return jax.grad(jnp.sum(x**2))(x)

# %% task="derivative"
def derivative(f):
    return jax.grad(f

# %% [markdown] after="derivative"
# The cell above turned red just before the deadline and I do not see why :-(

# %% task="grad_first"
def grad_first(x, y):
    return jax.grad(sum_squared_error)

# %% task="grad_second"
def grad_second(x, y):
    return jax.grad(sum_squared_error, argnums=1)(x, y)

# %% task="grad_both"
def grad_both(x, y):
    return jax.grad(sum_squared_error, argnums=(0, 1))(x, y)

# %% task="grad_params"
def grad_params(params, x, y):
    return jax.grad(mlp_loss, params)(x, y)
