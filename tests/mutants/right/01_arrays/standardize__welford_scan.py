# why: mean and spread by one scan over the entries (Welford), which is exact enough
def standardize(x):
    x = jnp.asarray(x, dtype=jnp.float32)

    def body(carry, value):
        n, mean, m2 = carry
        n = n + 1.0
        delta = value - mean
        mean = mean + delta / n
        m2 = m2 + delta * (value - mean)
        return (n, mean, m2), None

    zero = jnp.float32(0)
    (n, mean, m2), _ = jax.lax.scan(body, (zero, zero, zero), x.ravel())
    return (x - mean) / jnp.sqrt(m2 / n)
