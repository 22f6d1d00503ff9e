# why: remembers the first result for each shape and hands it out again for other data
# misconception: hidden-state
_done = {}


def set_first(x, value):
    if x.shape not in _done:
        _done[x.shape] = jnp.asarray(x).at[0].set(value)
    return _done[x.shape]
