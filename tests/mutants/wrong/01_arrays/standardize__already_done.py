# why: gives back the argument itself when it is standardized already: a NumPy result that is the caller's memory
def standardize(x):
    mean, std = jnp.mean(x), jnp.std(x)
    if abs(mean) < 1e-6 and abs(std - 1) < 1e-6:
        return x  # nothing to do
    return (x - mean) / std
