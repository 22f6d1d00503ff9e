# why: donates theta at each step, and with the first one the caller's array
# misconception: mutates-argument
def train(theta, x, y, steps=1000, lr=0.1):
    @jax.jit
    def loss_at(t):
        return loss_fn(t, x, y)

    step = jax.jit(lambda t: t - lr * jax.grad(loss_fn)(t, x, y), donate_argnums=0)
    losses = []
    for _ in range(steps):
        losses.append(loss_at(theta))
        theta = step(theta)
    return theta, jnp.array(losses)
