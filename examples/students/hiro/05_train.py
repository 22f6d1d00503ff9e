# handed in: train.py, nbconvert

# %% after="provided-1"
%matplotlib inline

# %% task="model"
def model(theta, x):
    w, b = theta
    return w * x + b

# %% task="loss_fn"
def loss_fn(theta, x, y):
    return jnp.mean((model(theta, xs) - ys) ** 2)

# %% task="update"
@jax.jit
def update(theta, x, y, lr=0.1):
    return theta - lr * jax.grad(loss_fn)(theta, x, y)

# %% task="train"
def train(theta, x, y, steps=1000, lr=0.1):
    losses = []
    for step in range(steps):
        losses.append(loss_fn(theta, x, y))
        theta = update(theta, x, y, lr=lr)
    return theta, jnp.array(losses)

# %% task="update_params"
def update_params(params, x, y, lr=0.1):
    grads = jax.grad(params_loss)(params, x, y)
    return params - lr * grads

# %% task="plot_fit"
def plot_fit(theta, x, y):
    fig, ax = plt.subplots()
    ax.scatter(x, y, marker="+")
    order = np.argsort(x)
    ax.plot(x[order], model(theta, x[order]), "r-")
    ax.set_xlabel("input")
    ax.set_ylabel("output")
    return ax
