# why: the gradient of the root of the loss
# misconception: rmse-loss
def update(theta, x, y, lr=0.1):
    rmse = lambda t: jnp.sqrt(loss_fn(t, x, y))
    return theta - lr * jax.grad(rmse)(theta)
