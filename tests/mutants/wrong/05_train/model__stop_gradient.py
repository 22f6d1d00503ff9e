# why: believed that constants should be protected from change, so b gets no gradient
def model(theta, x):
    w, b = theta
    b = jax.lax.stop_gradient(b)  # b is a constant
    return w * x + b
