# why: edits a private copy
def update(theta, x, y, lr=0.1):
    new = np.array(theta)
    g = jax.grad(loss_fn)(theta, x, y)
    for k in range(2):
        new[k] -= lr * g[k]
    return jnp.asarray(new)
