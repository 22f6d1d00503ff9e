# why: the mean over the coordinates instead of the sum
def squared_distances(a, b):
    return jnp.mean(jnp.square(jnp.expand_dims(a, 1) - jnp.expand_dims(b, 0)), axis=2)
