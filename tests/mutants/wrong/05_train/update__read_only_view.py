# why: np.asarray of a JAX array is a read-only view, and of a NumPy array the caller's own
# misconception: read-only-view | mutates-argument
def update(theta, x, y, lr=0.1):
    grad = jax.grad(loss_fn)(theta, x, y)
    new = np.asarray(theta)
    new[0] -= lr * grad[0]
    new[1] -= lr * grad[1]
    return jnp.asarray(new)
