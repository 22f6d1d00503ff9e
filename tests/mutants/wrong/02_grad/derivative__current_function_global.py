# why: Keeps f in a global that the returned functions share, so the next call changes the earlier derivatives.
# misconception: hidden-state | stale-global
current = None


def df(x):
    return jax.grad(current)(x)


def derivative(f):
    global current
    current = f
    return df
