# why: the std is the norm of the centred data over the root of the number of entries
def standardize(x):
    x = jnp.asarray(x, jnp.float32)
    c = x - x.mean()
    return c * jnp.sqrt(float(x.size)) / jnp.linalg.norm(c.ravel())
