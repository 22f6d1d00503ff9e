"""Exercise 4. -- Bruno"""

import jax.numpy as jnp


def set_first(x, value):
    return jnp.asarray(x).at[0].set(value)


def scale_row(matrix, row, factor):
    return jnp.asarray(matrix).at[row, :].mul(factor)


def add_at(x, indices, amounts):
    return jnp.asarray(x).at[indices].add(amounts)


def zero_negatives(x):
    return jnp.maximum(x, 0)


def with_entry(params, layer, name, value):
    return {key: {**entries, name: value} if key == layer else entries for key, entries in params.items()}


def appended(history, item):
    return [*history, item]


def running_mean(state, x):
    count, total = state
    return (count + 1, total + x), (total + x) / (count + 1)
