# why: wanted a plain number at the end, which is fine for printing but has no gradient
# misconception: item-kills-gradient | numpy-on-tracer
def loss_fn(theta, x, y):
    loss = jnp.mean((model(theta, x) - y) ** 2)
    return float(loss)
