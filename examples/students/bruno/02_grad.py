# handed in: grad.py, jupytext

# %% task="grad_sum_of_squares"
def grad_sum_of_squares(x):
    return 2 * jnp.asarray(x)

# %% task="derivative"
def derivative(f):
    return jax.grad(f)

# %% task="grad_first"
def grad_first(x, y):
    return jax.grad(sum_squared_error)(x, y)

# %% task="grad_second"
def grad_second(x, y):
    return -grad_first(x, y)

# %% task="grad_both"
def grad_both(x, y):
    return grad_first(x, y), grad_second(x, y)

# %% task="grad_params"
grad_params = jax.grad(mlp_loss)
