# why: donates only its own copy, so the caller's array lives on
def train(theta, x, y, steps=1000, lr=0.1):
    def step(t, x, y):
        loss, g = jax.value_and_grad(loss_fn)(t, x, y)
        return t - lr * g, loss

    step = jax.jit(step, donate_argnums=0)
    t = jnp.array(theta, copy=True)
    losses = []
    for _ in range(steps):
        t, loss = step(t, x, y)
        losses.append(loss)
    return t, jnp.array(losses)
