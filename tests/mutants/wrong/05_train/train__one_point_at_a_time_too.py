# why: each step looks at one point only, in turn
def train(theta, x, y, steps=1000, lr=0.1):
    theta = jnp.asarray(theta)
    losses = []
    for i in range(steps):
        k = i % len(x)
        losses.append(loss_fn(theta, x, y))
        theta = update(theta, x[k:k + 1], y[k:k + 1], lr=lr)
    return theta, jnp.array(losses)
