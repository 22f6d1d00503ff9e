# why: Asks for each layer at the same params and puts the answers together by key.
def grad_params(params, x, y):
    def with_layer(name):
        return lambda layer: mlp_loss({**params, name: layer}, x, y)

    return {name: jax.grad(with_layer(name))(params[name]) for name in params}
