# handed in: pure.ipynb

# %% task="set_first"
def set_first(x, value):
    x = jnp.array(x)
    return x.at[0].set(value)

# %% task="scale_row"
def scale_row(matrix, row, factor):
    matrix = jnp.array(matrix)
    return matrix.at[row].set(matrix[row] * factor)

# %% task="add_at"
def add_at(x, indices, amounts):
    x = jnp.array(x)
    return x.at[indices].add(amounts)

# %% task="zero_negatives"
def zero_negatives(x):
    return x * (x > 0)

# %% task="with_entry"
def with_entry(params, layer, name, value):
    new = dict(params)
    new[layer][name] = value
    return new

# %% task="appended"
def appended(history, item):
    new = list(history)
    new.append(item)
    return new

# %% task="running_mean"
def running_mean(state, x):
    count, total = state
    count = count + 1
    total = total + x
    return count, total, total / count
