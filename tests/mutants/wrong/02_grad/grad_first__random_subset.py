# why: A "stochastic" gradient: a random mask from NumPy's global generator.
# misconception: global-random
def grad_first(x, y):
    mask = np.random.rand(*jnp.shape(x)) < 0.5
    return jax.grad(lambda x: jnp.sum(mask * (x - y) ** 2))(x)
