# why: the residuals' dot product with themselves, divided by n
def loss_fn(theta, x, y):
    r = model(theta, x) - y
    return jnp.dot(r, r) / r.shape[0]
