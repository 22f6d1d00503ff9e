# why: checks its input, and a jitted helper does the work
@jax.jit
def _scatter(x, indices, amounts):
    return x.at[indices].add(amounts)


def add_at(x, indices, amounts):
    assert len(indices) == len(amounts), "one amount per index"
    return _scatter(x, indices, amounts)
