# why: does not use model at all, writes the line out, is jitted
@jax.jit
def loss_fn(theta, x, y):
    w, b = theta
    return ((w * x + b - y) ** 2).mean()
