# why: splits the dict up to differentiate and returns the pair of gradients instead of a dict
def loss_and_grad(params, x, y):
    def loss(w, b):
        return jnp.mean((x @ w + b - y) ** 2)

    value, grads = jax.value_and_grad(loss, argnums=(0, 1))(params["w"], params["b"])
    return value, grads
