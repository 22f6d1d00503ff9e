# why: the gradient of the mean absolute error
# misconception: mae-loss
def update(theta, x, y, lr=0.1):
    g = jax.grad(lambda t: jnp.abs(model(t, x) - y).mean())(theta)
    return theta - lr * g
