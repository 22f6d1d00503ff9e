# why: turns b into -b in place to add instead of subtract
# misconception: mutates-argument
def squared_distances(a, b):
    b *= -1
    return jnp.sum((a[:, None, :] + b[None, :, :]) ** 2, axis=-1)
