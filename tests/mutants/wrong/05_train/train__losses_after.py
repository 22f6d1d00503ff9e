# why: each loss is taken after its step
# misconception: loss-after-step
def train(theta, x, y, steps=1000, lr=0.1):
    def body(t, _):
        t = t - lr * jax.grad(loss_fn)(t, x, y)
        return t, loss_fn(t, x, y)

    return jax.lax.scan(body, jnp.asarray(theta), length=steps)
