# why: jnp.subtract with out=theta
# misconception: out-argument
def update(theta, x, y, lr=0.1):
    jnp.subtract(theta, lr * jax.grad(loss_fn)(theta, x, y), out=theta)
    return theta
