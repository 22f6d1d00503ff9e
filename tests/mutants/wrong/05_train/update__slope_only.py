# why: b stays
# misconception: leaf-not-updated
def update(theta, x, y, lr=0.1):
    theta = jnp.asarray(theta)
    g = jax.grad(loss_fn)(theta, x, y)
    return theta.at[0].add(-lr * g[0])
