# why: a progress line with a format inside the jitted step
# misconception: print-in-traced
def train(theta, x, y, steps=1000, lr=0.1):
    @jax.jit
    def step(t):
        l, g = jax.value_and_grad(loss_fn)(t, x, y)
        print(f"loss {l:.4f}")
        return t - lr * g, l

    losses = []
    for _ in range(steps):
        theta, l = step(theta)
        losses.append(l)
    return theta, jnp.array(losses)
