# why: NumPy's `np.linalg.norm` cannot take a tracer.
# misconception: numpy-on-tracer
def grad_first(x, y):
    f = lambda x: np.linalg.norm(x - y) ** 2
    return jax.grad(f)(jnp.asarray(x))
