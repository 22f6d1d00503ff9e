# why: took the parameters out with .item(), which cuts them off from the gradient
# misconception: item-kills-gradient
def model(theta, x):
    theta = jnp.asarray(theta)
    w = theta[0].item()
    b = theta[1].item()
    return w * jnp.asarray(x) + b
