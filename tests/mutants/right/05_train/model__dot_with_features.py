# why: a dot product with stacked features, for any shape of x
def model(theta, x):
    features = jnp.stack([jnp.asarray(x, float), jnp.ones(jnp.shape(x))], axis=-1)
    return jnp.tensordot(features, theta, axes=1)
