# why: a value_and_grad whose loss stores its predictions outside: a tracer stays behind
# misconception: leaked-tracer
last = {}


def update(theta, x, y, lr=0.1):
    def loss(t):
        last["pred"] = model(t, x)
        return jnp.mean((last["pred"] - y) ** 2)

    return theta - lr * jax.grad(loss)(theta)
