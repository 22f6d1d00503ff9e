# handed in: train.ipynb, run

# %% task="model"
def model(theta, x):
    w, b = theta
    return w * x + b

# %% task="loss_fn"
def loss_fn(theta, x, y):
    # one half, so that the 2 of the derivative goes away
    return 0.5 * jnp.mean((model(theta, x) - y) ** 2)

# %% task="update"
def update(theta, x, y, lr=0.1):
    return theta - 0.1 * jax.grad(loss_fn)(theta, x, y)

# %% task="train"
def train(theta, x, y, steps=1000, lr=0.1):
    gradient = jax.jit(jax.grad(loss_fn))
    losses = []
    for _ in range(steps):
        theta = theta - lr * gradient(theta, x, y)
        losses.append(loss_fn(theta, x, y))
    return theta, jnp.array(losses)

# %% task="update_params"
def update_params(params, x, y, lr=0.1):
    w = params["w"] - lr * jax.grad(params_loss)(params, x, y)["w"]
    params = {"w": w, "b": params["b"]}
    b = params["b"] - lr * jax.grad(params_loss)(params, x, y)["b"]
    return {"w": w, "b": b}

# %% task="plot_fit"
def plot_fit(theta, x, y):
    fig, ax = plt.subplots()
    ax.scatter(x, y)
    ax.plot(x, model(theta, x), color="black")
    ax.set_xlabel("x")
    ax.set_ylabel("y")
    return ax
