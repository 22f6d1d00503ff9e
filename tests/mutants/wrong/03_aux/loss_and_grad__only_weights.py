# why: differentiates by the weights and takes the bias for a constant with gradient zero
def loss_and_grad(params, x, y):
    def loss_of_w(w):
        return linear_loss({"w": w, "b": params["b"]}, x, y)

    loss, dw = jax.value_and_grad(loss_of_w)(params["w"])
    return loss, {"w": dw, "b": jnp.zeros_like(params["b"])}
