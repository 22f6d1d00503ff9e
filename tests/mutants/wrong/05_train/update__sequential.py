# why: b's gradient is taken at the new w
# misconception: sequential-update
def update(theta, x, y, lr=0.1):
    theta = jnp.asarray(theta)
    theta = theta.at[0].add(-lr * jax.grad(loss_fn)(theta, x, y)[0])
    theta = theta.at[1].add(-lr * jax.grad(loss_fn)(theta, x, y)[1])
    return theta
