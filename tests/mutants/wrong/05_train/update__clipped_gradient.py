# why: clips the gradient to one against explosions
def update(theta, x, y, lr=0.1):
    g = jnp.clip(jax.grad(loss_fn)(theta, x, y), -1.0, 1.0)
    return theta - lr * g
