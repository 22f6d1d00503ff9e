# why: the mean absolute error
# misconception: mae-loss
def loss_fn(theta, x, y):
    w, b = theta
    return jnp.abs(y - (w * x + b)).mean()
