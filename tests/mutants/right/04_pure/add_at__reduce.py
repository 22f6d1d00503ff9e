# why: a fold over the pairs with functools.reduce
from functools import reduce


def add_at(x, indices, amounts):
    return reduce(lambda acc, pair: acc.at[pair[0]].add(pair[1]), zip(indices, amounts), jnp.asarray(x))
