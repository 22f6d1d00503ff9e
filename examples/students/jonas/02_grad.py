# handed in: grad.ipynb, run

# %% task="grad_sum_of_squares"
def grad_sum_of_squares(x):
    return jax.grad(lambda v: v**2)(x)

# %% task="derivative"
def derivative(f):
    def df(x):
        return (f(x + 0.001) - f(x)) / 0.001

    return df

# %% task="grad_first"
def grad_first(x, y):
    return jax.grad(sum_squared_error)(x, y)

# %% task="grad_second"
def grad_second(x, y):
    return jax.grad(sum_squared_error, argnums=2)(x, y)

# %% task="grad_both"
def grad_both(x, y):
    return jax.grad(sum_squared_error, argnums=(1, 0))(x, y)

# %% task="grad_params"
def grad_params(params, x, y):
    grads = jax.grad(mlp_loss)(params, x, y)
    return grads["hidden"]["w"], grads["hidden"]["b"], grads["out"]["w"], grads["out"]["b"]
