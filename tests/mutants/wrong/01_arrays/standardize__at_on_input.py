# why: uses .at on whatever comes in, and NumPy arrays have none
# misconception: at-on-numpy
def standardize(x):
    centered = x.at[...].add(-jnp.mean(x))
    return centered.at[...].divide(jnp.std(x))
