# why: the loss looks at the example data of the notebook instead of the arguments
# misconception: stale-global | hard-coded
X = jnp.array([[1.0, 2.0], [3.0, 4.0], [0.5, -1.0]])
Y = jnp.array([1.0, 0.0, 2.0])


def loss_and_grad(params, x, y):
    return jax.value_and_grad(lambda p: linear_loss(p, X, Y))(params)
