# why: averages the absolute errors instead of the squared ones
# misconception: mae-loss
def loss_and_grad(params, x, y):
    def mean_error(params, x, y):
        return jnp.mean(jnp.abs(x @ params["w"] + params["b"] - y))

    return jax.value_and_grad(mean_error)(params, x, y)
