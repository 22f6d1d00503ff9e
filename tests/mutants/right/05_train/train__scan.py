# why: lax.scan collects the losses
def train(theta, x, y, steps=1000, lr=0.1):
    def step(t, _):
        loss, g = jax.value_and_grad(loss_fn)(t, x, y)
        return t - lr * g, loss

    return jax.lax.scan(step, jnp.asarray(theta), None, length=steps)
