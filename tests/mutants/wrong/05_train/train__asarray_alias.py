# why: thought np.asarray copies; for NumPy it is the caller's array, for JAX a read-only view
# misconception: read-only-view | mutates-argument
def train(theta, x, y, steps=1000, lr=0.1):
    t = np.asarray(theta)
    losses = np.empty(steps)
    for i in range(steps):
        loss, g = jax.value_and_grad(loss_fn)(t, x, y)
        losses[i] = loss
        t[...] = t - lr * np.asarray(g)
    return t, losses
