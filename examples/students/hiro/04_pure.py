# handed in: pure.ipynb

# %% task="set_first"
def set_first(x, value):
    return x.at[0].set(value)

# %% task="scale_row"
def scale_row(matrix, row, factor):
    return matrix.at[row].multiply(factor)

# %% task="add_at"
def add_at(x, indices, amounts):
    x = jnp.asarray(x)
    k = 0
    while k < len(indices):
        x = x.at[indices[k]].add(amounts[k])
    return x

# %% [markdown] after="add_at"
# My laptop gets very warm here, I stopped it after ten minutes. The check never came back either.

# %% task="zero_negatives"
def zero_negatives(x):
    return jnp.where(x < 0, 0.0, x)

# %% task="with_entry"
def with_entry(params, layer, name, value):
    new_params = {}
    for key in params:
        new_params[key] = params[key].copy()
    new_params[layer][name] = value
    return new_params

# %% task="appended"
def appended(history, item):
    return history + [item]

# %% task="running_mean"
def running_mean(state, x):
    count, total = state
    count += 1
    total += x
    return (count, total), total / count
