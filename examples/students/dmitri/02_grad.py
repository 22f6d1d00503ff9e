# handed in: grad.ipynb

# %% task="grad_sum_of_squares"
def grad_sum_of_squares(x):
    f = lambda v: np.sum(np.square(v))
    return jax.grad(f)(x)

# %% task="derivative"
def derivative(f):
    h = 1e-3  # 1e-7 gave me nonsense, 1e-3 is fine

    def slope(t):
        return (f(t + h) - f(t - h)) / (2 * h)

    return slope

# %% task="grad_first"
def grad_first(x, y):
    return 2 * (x - y)

# %% task="grad_second"
def grad_second(x, y):
    return -2 * (x - y)

# %% task="grad_both"
def grad_both(x, y):
    return np.array([2 * (x - y), -2 * (x - y)])

# %% task="grad_params"
def grad_params(params, x, y):
    return jax.grad(mlp_loss)(params, x, y)
