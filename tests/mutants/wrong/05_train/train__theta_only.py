# why: forgot the losses
def train(theta, x, y, steps=1000, lr=0.1):
    step = jax.jit(update)
    for _ in range(steps):
        theta = step(theta, x, y, lr)
    return theta
