# why: the gradient written out, on a new array
def update(theta, x, y, lr=0.1):
    x, y = jnp.asarray(x), jnp.asarray(y)
    error = theta[0] * x + theta[1] - y
    return jnp.stack([theta[0] - 2 * lr * (error * x).mean(), theta[1] - 2 * lr * error.mean()])
