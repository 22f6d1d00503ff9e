# why: .item() gives a Python number: no gradient
# misconception: item-kills-gradient
def loss_fn(theta, x, y):
    loss = jnp.mean((theta[0] * x + theta[1] - y) ** 2)
    return loss.item()
