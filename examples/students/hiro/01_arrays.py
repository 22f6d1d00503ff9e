# handed in: arrays.ipynb, run

# %% task="as_float32"
def as_float32(values):
    return jnp.array(values, dtype="float32")

# %% task="standardize"
def standardize(x):
    mean = jnp.mean(x)
    std = jnp.std(x)
    return (x - mean) / std

# %% task="squared_distances"
def squared_distances(a, b):
    rows = []
    for point in a:
        rows.append(jnp.sum((point - b) ** 2, axis=1))
    return jnp.stack(rows)

# %% task="count_above"
def count_above(x, threshold):
    count = 0
    for entry in np.ravel(x):
        if entry > threshold:
            count += 1
    return count

# %% after="count_above"
count_above(jnp.array([1, 5, 3]), 2)
#> 2

# %% task="one_hot"
def one_hot(labels, num_classes):
    result = jnp.zeros((len(labels), num_classes))
    for i, label in enumerate(labels):
        if 0 <= label < num_classes:
            result = result.at[i, label].set(1.0)
    return result
