# why: writes into a JAX array as one would in NumPy
# misconception: item-assignment
def model(theta, x):
    out = jnp.zeros_like(x)
    for i in range(len(x)):
        out[i] = theta[0] * x[i] + theta[1]
    return out
