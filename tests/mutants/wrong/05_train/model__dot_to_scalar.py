# why: thought that a model is always a dot product; summed over all x
def model(theta, x):
    w, b = theta
    return jnp.dot(w * jnp.ones_like(x), x) + b
