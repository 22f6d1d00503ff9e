# why: measures the spread around zero instead of around the mean
def standardize(x):
    rms = jnp.sqrt(jnp.mean(jnp.asarray(x, jnp.float32) ** 2))
    return (x - jnp.mean(x)) / rms
