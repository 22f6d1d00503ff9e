# why: copied theta to a module variable so that the jitted helper could see it; it never sees a second one
# misconception: stale-global | hidden-state
current = None


@jax.jit
def _line(x):
    return current[0] * x + current[1]


def model(theta, x):
    global current
    if current is None:
        current = np.array(theta)
    return _line(x)
