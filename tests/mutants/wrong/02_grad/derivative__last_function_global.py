# why: remembers f in a module variable, so a second call changes what the first one returned
# misconception: hidden-state | stale-global
_function = None


def _slope(x):
    return jax.grad(_function)(x)


def derivative(f):
    global _function
    _function = f
    return _slope
