# why: rounds to two digits for a tidy result; that also has a zero gradient
def model(theta, x):
    w, b = theta
    return jnp.round(w * x + b, 2)
