# why: .at[].add makes a new array, which is thrown away
# misconception: update-dropped
def update(theta, x, y, lr=0.1):
    theta = jnp.asarray(theta)
    g = jax.grad(loss_fn)(theta, x, y)
    theta.at[:].add(-lr * g)
    return theta
