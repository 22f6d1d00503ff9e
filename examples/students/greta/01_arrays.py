# handed in: arrays.ipynb, run

# %% after="provided-1"
!pip list
#> Package                   Version
#> ------------------------- --------
#> jax                       0.10.2
#> numpy                     2.2.6

# %% task="as_float32"
def as_float32(values):
    # first I forgot the dtype and got int32 for [1, 2]
    return jnp.array(values, jnp.float32)

# %% task="standardize"
def standardize(x):
    return (x - jnp.mean(x)) / jnp.std(x)

# %% copy_of="standardize"
def standardize(x):
    # the same again, longer
    m = jnp.mean(x)
    s = jnp.std(x)
    return (x - m) / s

# %% task="squared_distances"
def squared_distances(a, b):
    return jnp.sum((a[:, None] - b[None, :]) ** 2, axis=2)

# %% task="count_above"
def count_above(x, threshold):
    return jnp.sum(x >= threshold)

# %% task="one_hot"
def one_hot(labels, num_classes):
    return (labels[:, None] == jnp.arange(num_classes)) * 1.0
