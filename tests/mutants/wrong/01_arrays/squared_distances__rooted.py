# why: takes the root and gives the distance, not its square
def squared_distances(a, b):
    diff = a[:, None, :] - b[None, :, :]
    return jnp.sqrt(jnp.sum(diff**2, axis=-1))
