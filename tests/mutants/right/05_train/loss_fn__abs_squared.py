# why: the square of the absolute error is the square
def loss_fn(theta, x, y):
    if (n := len(x)) == 1:  # early return, one point
        return jnp.abs(model(theta, x[0]) - y[0]) ** 2
    return jnp.sum(jnp.abs(y - model(theta, x)) ** 2) / n
