# handed in: train.ipynb, run

# %% task="model"
def model(theta, x):
    w, b = theta
    return w * x + b

# %% task="loss_fn"
def loss_fn(theta, x, y):
    errors = model(theta, x) - y
    return jnp.mean(errors**2)

# %% task="update"
def update(theta, x, y, lr=0.1):
    gradient = jax.grad(loss_fn)(theta, x, y)
    return theta - lr * gradient

# %% task="train"
def train(theta, x, y, steps=1000, lr=0.1):
    loss_and_gradient = jax.jit(jax.value_and_grad(loss_fn))  # once, outside of the loop
    losses = []
    for _ in range(steps):
        loss, gradient = loss_and_gradient(theta, x, y)
        theta = theta - lr * gradient
        losses.append(loss)
    return theta, jnp.array(losses)

# %% after="train"
# Which learning rate is the best one? 50 steps each.
for lr in [0.01, 0.1, 0.5, 0.9]:
    theta_lr, losses_lr = train(jnp.zeros(2), xs, ys, steps=50, lr=lr)
    print(f"{lr:4}: {theta_lr}  {losses_lr[-1]:.4f}")
#> 0.01: [ 1.9127 -0.6703]  1.3241
#>  0.1: [ 3.0028 -1.0006]  0.0095
#>  0.5: [ 3.0029 -1.0006]  0.0095
#>  0.9: [ 3.0029 -1.0006]  0.0095

# %% task="update_params"
def update_params(params, x, y, lr=0.1):
    grads = jax.grad(params_loss)(params, x, y)
    return jax.tree.map(lambda p, g: p - lr * g, params, grads)

# %% task="plot_fit"
def plot_fit(theta, x, y):
    fig, ax = plt.subplots()
    ax.scatter(x, y, s=12, alpha=0.6, label="measured")
    ends = np.array([np.min(x), np.max(x)])
    ax.plot(ends, model(theta, ends), color="crimson", label="fitted")
    ax.set_xlabel("x")
    ax.set_ylabel("y")
    ax.legend()
    return ax

# %% [markdown] after="end"
# That was fun. I printed the plot and it hangs above my desk now.
