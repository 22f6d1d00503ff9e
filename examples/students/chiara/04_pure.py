# handed in: pure.ipynb, run

# %% after="provided-1"
import operator
from itertools import chain

# %% task="set_first"
def set_first(x, value):
    first = jnp.expand_dims(jnp.asarray(value), 0)
    return jnp.concatenate([jnp.broadcast_to(first, (1, *x.shape[1:])), jnp.asarray(x)[1:]])

# %% after="set_first"
set_first(np.zeros((2, 3), dtype=int), np.array([7, 8, 9]))
#> Array([[7, 8, 9],
#>        [0, 0, 0]], dtype=int32)

# %% task="scale_row"
def scale_row(matrix, row, factor):
    chosen = jnp.arange(len(matrix)) == row
    factors = 1 + chosen * (factor - 1)  # 1 1 1 factor 1 1
    return matrix * factors[:, None]

# %% task="add_at"
def add_at(x, indices, amounts):
    return x + jax.ops.segment_sum(amounts, indices, num_segments=len(x))

# %% task="zero_negatives"
def zero_negatives(x):
    return jnp.select([x < 0], [0], default=x)

# %% task="with_entry"
def with_entry(params, layer, name, value):
    new = jax.tree.map(lambda leaf: leaf, params)  # builds every dict anew
    new[layer][name] = value
    return new

# %% task="appended"
def appended(history, item):
    return list(chain(history, [item]))

# %% task="running_mean"
def running_mean(state, x):
    count, total = new_state = tuple(map(operator.add, state, (1, x)))
    return new_state, total / count
