# why: takes the mean over the coordinates as in a loss
def squared_distances(a, b):
    d = jnp.expand_dims(a, 1) - jnp.expand_dims(b, 0)
    return jnp.mean(jnp.square(d), axis=2)
