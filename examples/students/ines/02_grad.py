# handed in: grad.ipynb

# %% task="grad_sum_of_squares"
def grad_sum_of_squares(x):
    return jax.grad(lambda x: jnp.sum(x**2))(x)

# %% task="derivative"
def derivative(f):
    return jax.grad(f)

# %% task="grad_first"
def grad_first(x, y):
    return jax.grad(sum_squared_error)(x, y)

# %% [markdown] after="grad_first"
# I was in bed with the flu and only came this far. The rest next week, promised! Inês
