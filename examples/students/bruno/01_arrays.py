# handed in: arrays.py, jupytext

# %% task="as_float32"
def as_float32(values):
    return jnp.array(values).astype(jnp.float32)

# %% task="standardize"
def standardize(x):
    return (x - x.mean()) / x.std()

# %% task="squared_distances"
def squared_distances(a, b):
    # |p - q|^2 = |p|^2 - 2 p.q + |q|^2, so one matrix product does nearly all of the work
    # (I measured it: faster than the big difference table)
    a, b = jnp.asarray(a), jnp.asarray(b)
    return jnp.sum(a**2, axis=1)[:, None] - 2 * a @ b.T + jnp.sum(b**2, axis=1)

# %% task="count_above"
def count_above(x, threshold):
    return jnp.count_nonzero(x > threshold)

# %% task="one_hot"
def one_hot(labels, num_classes):
    return jax.nn.one_hot(labels, num_classes)
