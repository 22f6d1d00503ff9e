# why: the gradient of the mean squared error found by pencil, which is allowed here
def loss_and_grad(params, x, y):
    n = y.shape[0]
    residuals = x @ params["w"] + params["b"] - y
    grads = {"b": 2 / n * jnp.sum(residuals), "w": 2 / n * (residuals @ x)}
    return jnp.mean(residuals**2), grads
