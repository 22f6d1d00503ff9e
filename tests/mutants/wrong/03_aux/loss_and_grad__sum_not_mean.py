# why: writes the loss anew and adds the squared errors up without dividing by n
# misconception: sum-loss
def my_loss(p, x, y):
    pred = jnp.dot(x, p["w"]) + p["b"]
    return jnp.sum((pred - y) ** 2)


def loss_and_grad(params, x, y):
    return jax.value_and_grad(my_loss)(params, x, y)
