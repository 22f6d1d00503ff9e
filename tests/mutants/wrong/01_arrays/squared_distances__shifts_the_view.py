# why: centres both sets with -=, on a helper's argument that is still the caller's array
# misconception: mutates-argument
def _shift(points, by):
    points -= by
    return points


def squared_distances(a, b):
    origin = np.array(np.asarray(a)[0])
    pa, pb = _shift(a, origin), _shift(b, origin)
    return jnp.sum((pa[:, None, :] - pb[None, :, :]) ** 2, axis=-1)
