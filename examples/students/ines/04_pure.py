# handed in: pure.ipynb

# %% task="set_first"
def set_first(x, value):
    return jnp.array(x).at[0].set(value)

# %% task="scale_row"
def scale_row(matrix, row, factor):
    return jnp.array(matrix).at[row].multiply(factor)

# %% task="add_at"
def add_at(x, indices, amounts):
    # TODO

# %% task="appended"
def appended(history, item):
    return [*history, item]

# %% task="running_mean"
def running_mean(state, x):
    count, total = state
    new = (count + 1, total + x)
    # YOUR CODE HERE
    raise NotImplementedError()
