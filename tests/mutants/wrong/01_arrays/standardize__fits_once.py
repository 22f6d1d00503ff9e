# why: like a scaler, it is fitted on the first array it sees and scales every later one with those numbers
# misconception: hidden-state
class _Scaler:
    mean = None
    std = None


def standardize(x):
    if _Scaler.mean is None:
        _Scaler.mean = jnp.mean(x)
        _Scaler.std = jnp.std(x)
    return (x - _Scaler.mean) / _Scaler.std
