# handed in: grad.ipynb, run

# %% task="grad_sum_of_squares"
def grad_sum_of_squares(x):
    return jax.grad(lambda v: (v**2).sum())(x)

# %% task="derivative"
def derivative(f):
    return jax.grad(f)

# %% task="grad_first"
def grad_first(x, y):
    return jax.grad(sum_squared_error)(x, y)

# %% task="grad_second"
def grad_second(x, y):
    return jax.grad(sum_squared_error)(x, y)

# %% after="grad_second"
# looks good to me?
grad_second(jnp.array([1.0, 2.0]), jnp.array([0.0, 0.0]))
#> Array([2., 4.], dtype=float32)

# %% task="grad_both"
def grad_both(x, y):
    return grad_first(x, y), grad_second(x, y)

# %% task="grad_params"
def grad_params(params, x, y):
    gradient = jax.grad(mlp_loss, argnums=(0,))
    return gradient(params, x, y)
