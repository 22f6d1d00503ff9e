# why: remembers results in a module dict under the printed text, which for a long array leaves out the middle
# misconception: hidden-state
_seen = {}


def as_float32(values):
    key = str(values)
    if key not in _seen:
        _seen[key] = jnp.array(values, dtype=jnp.float32)
    return _seen[key]
