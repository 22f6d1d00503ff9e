# why: Seeds NumPy's global generator "to be reproducible", which changes the state of everyone else.
# misconception: global-random
def grad_sum_of_squares(x):
    np.random.seed(0)
    return jax.grad(lambda v: jnp.sum(v**2))(x)
