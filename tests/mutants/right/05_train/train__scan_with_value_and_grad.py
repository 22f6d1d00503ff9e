# why: a scan; the loss comes before the step from value_and_grad
def train(theta, x, y, steps=1000, lr=0.1):
    def body(t, _):
        loss, g = jax.value_and_grad(lambda t: jnp.mean((t[0] * x + t[1] - y) ** 2))(t)
        return t - lr * g, loss

    return jax.lax.scan(body, jnp.asarray(theta, float), xs=None, length=steps)
