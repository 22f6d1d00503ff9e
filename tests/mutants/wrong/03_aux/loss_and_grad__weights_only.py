# why: b is a constant here, its gradient is zero
def loss_and_grad(params, x, y):
    value, gw = jax.value_and_grad(lambda w: linear_loss({"w": w, "b": params["b"]}, x, y))(params["w"])
    return value, {"w": gw, "b": jnp.zeros_like(params["b"])}
