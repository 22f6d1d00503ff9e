# why: its own loss is the mean
def grad_first(x, y):
    def error(x):
        return jnp.mean((x - y) ** 2)

    return jax.grad(error)(x)
