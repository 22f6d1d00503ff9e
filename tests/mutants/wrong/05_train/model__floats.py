# why: float() makes constants of w and b: no gradient
def model(theta, x):
    w = float(theta[0])
    b = float(theta[1])
    return w * jnp.asarray(x) + b
