# handed in: grad.ipynb, run

# %% task="grad_sum_of_squares"
def grad_sum_of_squares(x):
    def sum_of_squares(v):
        return jnp.sum(v**2)

    return jax.grad(sum_of_squares)(x)

# %% after="grad_sum_of_squares"
x = jnp.array([1.0, -2.0, 0.5])
print(grad_sum_of_squares(x), "and by pencil", 2 * x)
#> [ 2. -4.  1.] and by pencil [ 2. -4.  1.]

# %% task="derivative"
def derivative(f):
    return jax.grad(f)

# %% task="grad_first"
def grad_first(x, y):
    return jax.grad(sum_squared_error)(x, y)

# %% task="grad_second"
def grad_second(x, y):
    return jax.grad(sum_squared_error, argnums=1)(x, y)

# %% task="grad_both"
def grad_both(x, y):
    return jax.grad(sum_squared_error, argnums=(0, 1))(x, y)

# %% task="grad_params"
def grad_params(params, x, y):
    # I was looking for the trick. There is none!
    return jax.grad(mlp_loss)(params, x, y)
