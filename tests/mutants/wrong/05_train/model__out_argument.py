# why: jnp.multiply with out=, as one would in NumPy
# misconception: out-argument
def model(theta, x):
    y = jnp.empty_like(x)
    jnp.multiply(theta[0], x, out=y)
    return y + theta[1]
