# why: makes the loss a "real number" with item inside the function, which cuts the gradient off
# misconception: item-kills-gradient
def loss_and_grad(params, x, y):
    def loss(params):
        mse = linear_loss(params, x, y)
        return jnp.array(mse.item())

    return jax.value_and_grad(loss)(params)
