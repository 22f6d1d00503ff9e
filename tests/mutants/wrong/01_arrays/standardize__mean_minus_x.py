# why: takes the difference the wrong way round, so every sign is flipped
def standardize(x):
    return (jnp.mean(x) - x) / jnp.std(x)
