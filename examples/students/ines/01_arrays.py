# handed in: arrays.ipynb

# %% task="as_float32"
def as_float32(values):
    return jnp.array(values, dtype=jnp.float32)

# %% task="standardize" renamed="my_standardize"
def standardize(x):
    return (x - jnp.mean(x)) / jnp.std(x)

# %% task="squared_distances"
def squared_distances(a, b):
    diffs = a[:, None, :] - b[None, :, :]
    return jnp.sum(diffs * diffs, axis=-1)

# %% task="count_above"
def count_above(x, threshold):
    return jnp.sum(jnp.where(x > threshold, 1, 0))

# %% task="one_hot"
def one_hot(labels, num_classes):
    return (labels[:, None] == jnp.arange(num_classes)[None, :]).astype(float)
