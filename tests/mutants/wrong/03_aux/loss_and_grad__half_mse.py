# why: uses the textbook loss with the factor one half
# misconception: half-loss
def loss_and_grad(params, x, y):
    n = x.shape[0]
    r = x @ params["w"] + params["b"] - y
    loss = jnp.sum(r * r) / (2 * n)
    return loss, {"w": x.T @ r / n, "b": jnp.sum(r) / n}
