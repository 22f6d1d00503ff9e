# why: fori_loop with the array of losses in the carry
def train(theta, x, y, steps=1000, lr=0.1):
    x, y = jnp.asarray(x), jnp.asarray(y)

    def body(i, carry):
        t, losses = carry
        loss, g = jax.value_and_grad(loss_fn)(t, x, y)
        return t - lr * g, losses.at[i].set(loss)

    theta, losses = jax.lax.fori_loop(0, steps, body, (jnp.asarray(theta), jnp.zeros(steps)))
    return theta, losses
