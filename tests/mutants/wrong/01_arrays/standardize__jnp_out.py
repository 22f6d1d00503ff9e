# why: transfers NumPy's out= to jnp, where it does not exist
# misconception: out-argument
def standardize(x):
    s = jnp.std(x)
    jnp.subtract(x, jnp.mean(x), out=x)
    return jnp.divide(x, s)
