# why: assigns to theta[:], an error for JAX arrays and a change of the caller's NumPy array
# misconception: item-assignment | mutates-argument
def update(theta, x, y, lr=0.1):
    g = jax.grad(loss_fn)(theta, x, y)
    theta[:] = theta - lr * g
    return theta
