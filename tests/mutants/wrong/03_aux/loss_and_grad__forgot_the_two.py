# why: closed form with the right loss, but the 2 from the chain rule got lost
def loss_and_grad(params, x, y):
    error = x @ params["w"] + params["b"] - y
    loss = jnp.mean(error**2)
    grads = {
        "w": jnp.mean(error[:, None] * x, axis=0),
        "b": jnp.mean(error),
    }
    return loss, grads
