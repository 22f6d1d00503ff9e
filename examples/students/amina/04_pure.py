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

# %% after="add_at"
boxes = np.array([10, 20, 30])
print(add_at(boxes, np.array([0, 0, 2]), np.array([1, 2, 5])), boxes)
#> [13 20 35] [10 20 30]

# %% task="zero_negatives"
def zero_negatives(x):
    return jnp.where(x < 0, 0, x)

# %% task="with_entry"
def with_entry(params, layer, name, value):
    new_layer = {**params[layer], name: value}
    return {**params, layer: new_layer}

# %% task="appended"
def appended(history, item):
    return history + [item]

# %% task="running_mean"
def running_mean(state, x):
    count, total = state
    new_count = count + 1
    new_total = total + x
    return (new_count, new_total), new_total / new_count
