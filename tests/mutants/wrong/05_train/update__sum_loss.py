# why: an own loss with a sum in it, so the step is n times as long
# misconception: sum-loss
def update(theta, x, y, lr=0.1):
    def total(t):
        return jnp.sum((t[0] * x + t[1] - y) ** 2)

    return theta - lr * jax.grad(total)(theta)
