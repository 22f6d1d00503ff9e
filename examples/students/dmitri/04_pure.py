# handed in: pure.ipynb, run

# %% task="set_first"
def set_first(x, value):
    x[0] = value
    return x

# %% after="set_first"
set_first(np.array([1.0, 2.0, 3.0]), 9.0)  # works??
#> array([9., 2., 3.])

# %% task="scale_row"
def scale_row(matrix, row, factor):
    matrix[row] *= factor
    return matrix

# %% task="add_at"
def add_at(x, indices, amounts):
    x = np.array(x)  # ok ok, a copy
    x[indices] += amounts
    return x

# %% task="zero_negatives"
def zero_negatives(x):
    x = np.array(x)
    x[x < 0] = 0
    return x

# %% task="with_entry"
def with_entry(params, layer, name, value):
    params[layer][name] = value
    return params

# %% task="appended"
def appended(history, item):
    history.append(item)
    return history

# %% task="running_mean"
def running_mean(state, x):
    state[0] += 1
    state[1] += x
    return state, state[1] / state[0]
