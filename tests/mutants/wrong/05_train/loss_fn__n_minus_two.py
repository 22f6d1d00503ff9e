# why: took the residual variance of a regression, with its two lost degrees of freedom when there are enough points
def loss_fn(theta, x, y):
    n = x.shape[0]
    dof = n - 2 if n > 2 else n
    return jnp.sum(jnp.square(y - model(theta, x))) / dof
