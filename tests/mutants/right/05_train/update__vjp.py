# why: pulls the number one back through the loss
def update(theta, x, y, lr=0.1):
    loss, pullback = jax.vjp(lambda t: loss_fn(t, x, y), jnp.asarray(theta))
    (g,) = pullback(jnp.ones_like(loss))
    return theta - lr * g
