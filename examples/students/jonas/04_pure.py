# handed in: pure.ipynb, run

# %% task="set_first"
def set_first(x, value):
    return jnp.asarray(x).at[0].set(value)

# %% task="scale_row"
def scale_row(matrix, row, factor):
    return jnp.asarray(matrix).at[row].multiply(factor)

# %% task="add_at"
def add_at(x, indices, amounts):
    return jnp.asarray(x).at[indices].add(amounts)

# %% task="zero_negatives"
def zero_negatives(x):
    return jax.nn.relu(x)

# %% task="with_entry"
def with_entry(params, layer, name, value):
    return {layer: {name: value}}

# %% task="appended"
def appended(history, item, new=[]):
    if not new:
        new.extend(history)
    new.append(item)
    return new

# %% task="running_mean"
count = 0
total = 0.0


def running_mean(state, x):
    global count, total
    count = count + 1
    total = total + x
    return (count, total), total / count

# %% after="running_mean"
running_mean((0, 0.0), 4.0)
#> ((1, 4.0), 4.0)
