# handed in: arrays.ipynb, run

# %% task="as_float32"
def as_float32(values):
    return jnp.array(values)

# %% task="standardize"
def standardize(x):
    return (x - jnp.mean(x)) / jnp.std(x, ddof=1)

# %% task="squared_distances"
def squared_distances(a, b):
    return jnp.sqrt(jnp.sum((a[:, None, :] - b[None, :, :]) ** 2, axis=-1))

# %% task="count_above"
def count_above(x, threshold):
    return jnp.sum(x > threshold)

# %% task="one_hot"
def one_hot(labels, num_classes):
    return jnp.eye(num_classes)[labels]

# %% after="one_hot"
one_hot(jnp.array([2, 0]), 3)
#> Array([[0., 0., 1.],
#>        [1., 0., 0.]], dtype=float32)
