# handed in: grad.ipynb

# %% task="grad_sum_of_squares"
def grad_sum_of_squares(x):
    return jax.grad(lambda x: jnp.sum(jnp.square(x)))(x)

# %% task="derivative"
def derivative(f):
    return lambda t: jax.grad(f)(t)

# %% task="grad_first"
def grad_first(x, y):
    return jax.grad(sum_squared_error, argnums=0)(x, y)

# %% task="grad_second"
def grad_second(x, y):
    return jax.grad(sum_squared_error, argnums=1)(x, y)

# %% task="grad_both"
def grad_both(x, y):
    return (
        jax.grad(sum_squared_error, argnums=0)(x, y),
        jax.grad(sum_squared_error, argnums=1)(x, y),
    )

# %% task="grad_params"
def grad_params(params, x, y):
    g = jax.grad(mlp_loss)
    return g(params, x, y)
