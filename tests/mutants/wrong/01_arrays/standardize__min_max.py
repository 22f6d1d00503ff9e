# why: copies the rescaling of the worked example: values from 0 to 1 instead of mean 0 and std 1
def standardize(x):
    lo, hi = jnp.min(x), jnp.max(x)
    return (x - lo) / (hi - lo)
