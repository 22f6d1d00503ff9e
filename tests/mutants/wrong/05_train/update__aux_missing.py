# why: the own loss returns predictions as well but grad is not told
# misconception: aux-missing
def update(theta, x, y, lr=0.1):
    def loss(t, x, y):
        p = model(t, x)
        return jnp.mean((p - y) ** 2), p

    g = jax.grad(loss)(theta, x, y)
    return theta - lr * g
