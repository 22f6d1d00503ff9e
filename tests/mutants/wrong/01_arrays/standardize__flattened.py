# why: flattens to get "all entries" and never restores the shape
def standardize(x):
    flat = jnp.ravel(x)
    return (flat - flat.mean()) / flat.std()
