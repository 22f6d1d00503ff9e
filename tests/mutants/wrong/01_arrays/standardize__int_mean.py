# why: makes the mean an int so that it fits the integer input, which cuts off its decimals
# misconception: int-truncates
def standardize(x):
    mean = int(jnp.mean(x))
    std = jnp.sqrt(jnp.mean((x - mean) * 1.0 * (x - mean)))
    return (x - mean) / std
