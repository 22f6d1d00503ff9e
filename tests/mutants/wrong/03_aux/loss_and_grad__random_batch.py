# why: has heard of stochastic gradient descent and takes a random half of the rows
# misconception: global-random
def loss_and_grad(params, x, y):
    n = len(y)
    rows = np.random.choice(n, size=max(1, n // 2), replace=False)
    return jax.value_and_grad(linear_loss)(params, jnp.asarray(x)[rows], jnp.asarray(y)[rows])
