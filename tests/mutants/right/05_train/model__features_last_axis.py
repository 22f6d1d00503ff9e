# why: features [x, 1] along a new last axis, so the matrix product works for every shape
def model(theta, x):
    x = jnp.asarray(x)
    features = jnp.stack([x, jnp.ones_like(x)], axis=-1)
    return features @ jnp.asarray(theta)
