# why: the gradients as a tuple (w, b), not as a dict
def loss_and_grad(params, x, y):
    def loss(w, b):
        return linear_loss({"w": w, "b": b}, x, y)

    return jax.value_and_grad(loss, argnums=(0, 1))(params["w"], params["b"])
