# handed in: train.ipynb

# %% after="provided-1"
from jax import lax
from jax.flatten_util import ravel_pytree

# %% task="model"
def model(theta, x):
    return jnp.polyval(jnp.asarray(theta), x)

# %% task="loss_fn"
def loss_fn(theta, x, y):
    error = y - model(theta, x)
    return jnp.vdot(error, error) / error.size

# %% task="update"
@jax.jit
def update(theta, x, y, lr=0.1):
    downhill = jax.grad(lambda theta: -loss_fn(theta, x, y))
    return theta + lr * downhill(theta)

# %% task="train"
def train(theta, x, y, steps=1000, lr=0.1):
    def step(theta, _):
        loss, gradient = jax.value_and_grad(loss_fn)(theta, x, y)
        return theta - lr * gradient, loss

    return lax.scan(step, jnp.asarray(theta, dtype=jnp.float32), length=steps)

# %% task="update_params"
def update_params(params, x, y, lr=0.1):
    flat, unravel = ravel_pytree(params)
    return unravel(flat - lr * jax.grad(lambda flat: params_loss(unravel(flat), x, y))(flat))

# %% task="plot_fit"
def plot_fit(theta, x, y):
    slope, height = map(float, theta)
    ax = plt.figure(figsize=(4, 3)).add_subplot()
    ax.plot(x, y, "k.")
    ax.axline((0, height), slope=slope, color="0.6")
    ax.set(xlabel="what I turned", ylabel="what I read")
    return ax
