# why: a local loss with the data first, so the default argument 0 differentiates x
# misconception: argnums-default
def update(theta, x, y, lr=0.1):
    def loss(x, y, theta):
        return jnp.mean((model(theta, x) - y) ** 2)

    return theta - lr * jax.grad(loss)(x, y, theta)
