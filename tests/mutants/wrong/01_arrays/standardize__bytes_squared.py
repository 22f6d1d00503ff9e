# why: squares small integers in their own dtype (mean of squares minus square of mean), where they overflow
def standardize(x):
    m = jnp.mean(x)
    variance = jnp.mean(jnp.asarray(x) ** 2) - m**2
    return (x - m) / jnp.sqrt(variance)
