# why: the variance of the residuals, which does not see a wrong height
def loss_fn(theta, x, y):
    residuals = y - model(theta, x)
    return jnp.var(residuals)
