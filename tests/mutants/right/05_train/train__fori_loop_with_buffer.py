# why: a fori_loop that fills a buffer of losses
def train(theta, x, y, steps=1000, lr=0.1):
    x, y = jnp.asarray(x), jnp.asarray(y)

    def body(i, carry):
        t, buffer = carry
        return update(t, x, y, lr), buffer.at[i].set(loss_fn(t, x, y))

    start = jnp.asarray(theta, float), jnp.zeros(steps)
    return jax.lax.fori_loop(0, steps, body, start) if steps else start
