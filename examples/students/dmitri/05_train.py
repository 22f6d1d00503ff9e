# handed in: train.ipynb, run

# %% after="provided-1"
%matplotlib inline

# %% task="model"
def model(theta, x):
    return theta[0] * x + theta[1]

# %% task="loss_fn"
def loss_fn(theta, x, y):
    return np.mean(np.square(model(theta, x) - y))

# %% task="update"
def update(theta, x, y, lr=0.1):
    theta -= lr * jax.grad(loss_fn)(theta, x, y)
    return theta

# %% task="train"
def train(theta, x, y, steps=1000, lr=0.1):
    losses = []
    for i in range(steps):
        losses.append(loss_fn(theta, x, y))
        theta = update(theta, x, y, lr)
    return theta, np.array(losses)

# %% task="update_params"
def update_params(params, x, y, lr=0.1):
    grads = jax.grad(params_loss)(params, x, y)
    params["w"] -= lr * grads["w"]
    params["b"] -= lr * grads["b"]
    return params

# %% task="plot_fit"
def plot_fit(theta, x, y):
    plt.figure()
    plt.scatter(x, y)
    plt.plot(x, model(theta, x), "r")
    plt.title("it fits!")
    return plt.gca()
