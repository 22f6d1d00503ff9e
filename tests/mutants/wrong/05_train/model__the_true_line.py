# why: the line that made the data
# misconception: hard-coded
def model(theta, x):
    return 3.0 * jnp.asarray(x) - 1.0
