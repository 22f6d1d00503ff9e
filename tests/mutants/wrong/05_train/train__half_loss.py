# why: an own loss with one half, while the page's has none
# misconception: half-loss
def train(theta, x, y, steps=1000, lr=0.1):
    cost = lambda t: jnp.mean((t[0] * x + t[1] - y) ** 2) / 2
    vg = jax.jit(jax.value_and_grad(cost))
    losses = []
    for _ in range(steps):
        loss, g = vg(theta)
        theta, losses = theta - lr * g, losses + [loss]
    return theta, jnp.array(losses)
