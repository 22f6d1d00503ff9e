# why: the second .at starts from the old theta, so w stays where it was
# misconception: leaf-not-updated | update-dropped
def update(theta, x, y, lr=0.1):
    theta = jnp.asarray(theta)
    g = jax.grad(loss_fn)(theta, x, y)
    new_theta = theta.at[0].add(-lr * g[0])
    new_theta = theta.at[1].add(-lr * g[1])
    return new_theta
