# why: keeps the predictions in a global to plot them later; under the gradient they are tracers
# misconception: leaked-tracer
last_predictions = None


def loss_and_grad(params, x, y):
    def loss(params):
        global last_predictions
        last_predictions = x @ params["w"] + params["b"]
        return jnp.mean((last_predictions - y) ** 2)

    return jax.value_and_grad(loss)(params)
