# why: moves w first, then takes the gradient for b at the new place
# misconception: sequential-update
def train(theta, x, y, steps=1000, lr=0.1):
    theta = jnp.asarray(theta)
    g = jax.jit(jax.grad(loss_fn))
    losses = []
    for _ in range(steps):
        losses.append(loss_fn(theta, x, y))
        theta = theta.at[0].add(-lr * g(theta, x, y)[0])
        theta = theta.at[1].add(-lr * g(theta, x, y)[1])
    return theta, jnp.array(losses)
