# why: a local generator holds the state while one call lasts
def train(theta, x, y, steps=1000, lr=0.1):
    def walk(t):
        vg = jax.jit(jax.value_and_grad(loss_fn))
        while True:
            loss, g = vg(t, x, y)
            t = t - lr * g
            yield t, loss

    thetas, losses = zip(*(pair for pair, _ in zip(walk(jnp.asarray(theta)), range(steps))))
    return thetas[-1], jnp.array([float(l) for l in losses])
