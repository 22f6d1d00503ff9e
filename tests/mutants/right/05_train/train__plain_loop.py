# why: eager loop with the neighbours, a print now and then, a list as the pair
def train(theta, x, y, steps=1000, lr=0.1):
    theta = jnp.array(theta)
    losses = jnp.zeros(steps)
    for i in range(steps):
        losses = losses.at[i].set(loss_fn(theta, x, y))
        if i % 20 == 0:
            print("step", i, losses[i])
        theta = update(theta, x, y, lr=lr)
    return [theta, losses]
