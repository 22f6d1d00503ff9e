# handed in: arrays.ipynb, run

# %% [markdown] after="provided-1"
# *Amina, first page. I know NumPy from my lab course, so this should feel like home.*

# %% task="as_float32"
def as_float32(values):
    return jnp.asarray(values, dtype=jnp.float32)

# %% after="as_float32"
as_float32(((1, 2), (3, 4))).dtype, as_float32(7).shape
#> (dtype('float32'), ())

# %% task="standardize"
def standardize(x):
    deviation = x - jnp.mean(x)
    return deviation / jnp.std(x)

# %% task="squared_distances"
def squared_distances(a, b):
    # (n, 1, d) against (1, m, d): all the differences at once
    difference = a[:, None, :] - b[None, :, :]
    return (difference**2).sum(axis=-1)

# %% after="squared_distances"
# on paper: (0,0)-(3,4) is 25, (1,1)-(3,4) is 4 + 9 = 13
print(squared_distances(np.array([[0.0, 0.0], [1.0, 1.0]]), np.array([[3.0, 4.0]])))
#> [[25.]
#>  [13.]]

# %% task="count_above"
def count_above(x, threshold):
    return (x > threshold).sum()

# %% task="one_hot"
def one_hot(labels, num_classes):
    classes = jnp.arange(num_classes)
    return jnp.asarray(labels[:, None] == classes, dtype=jnp.float32)
