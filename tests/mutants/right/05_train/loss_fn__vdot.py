# why: vdot of the errors with themselves, over their number
def loss_fn(theta, x, y):
    w, b = theta
    return jnp.vdot(d := w * x + b - y, d) / d.size
