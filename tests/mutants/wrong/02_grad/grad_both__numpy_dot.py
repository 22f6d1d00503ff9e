# why: NumPy's `np.dot` inside the loss meets a tracer.
# misconception: numpy-on-tracer
def grad_both(x, y):
    def loss(a, b):
        r = jnp.ravel(a - b)
        return np.dot(np.asarray(r), np.asarray(r))

    return jax.grad(loss, argnums=(0, 1))(x, y)
