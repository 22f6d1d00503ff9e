# why: the two functions of the page in a plain loop, without jit
def train(theta, x, y, steps=1000, lr=0.1):
    losses = []
    for i in range(steps):
        losses.append(loss_fn(theta, x, y))  # before the step
        theta = update(theta, x, y, lr=lr)
        if i % 100 == 0:
            print("step", i, "loss", losses[-1])
    return theta, jnp.array(losses)
