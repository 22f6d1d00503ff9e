# handed in: pure.ipynb, run

# %% task="set_first"
def set_first(x, value):
    x = jnp.asarray(x)
    x.at[0].set(value)
    return x

# %% task="scale_row"
def scale_row(matrix, row, factor):
    matrix = jnp.asarray(matrix)
    return matrix.at[row] * factor

# %% task="add_at"
def add_at(x, indices, amounts):
    x = jnp.asarray(x)
    return x.at[indices].set(x[indices] + amounts)

# %% after="add_at"
add_at(jnp.zeros(3), jnp.array([0, 2]), jnp.array([1.0, 5.0]))
#> Array([1., 0., 5.], dtype=float32)

# %% task="zero_negatives"
def zero_negatives(x):
    return (x + jnp.abs(x)) / 2

# %% task="with_entry"
def with_entry(params, layer, name, value):
    new = {key: dict(entries) for key, entries in params.items()}
    new[layer][name] = value
    return new

# %% task="appended"
def appended(history, item):
    return history.append(item)

# %% task="running_mean"
def running_mean(state, x):
    count, total = state
    return (count + 1, total + x), total / count
