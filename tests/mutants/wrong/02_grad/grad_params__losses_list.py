# why: Appends the traced loss to a list outside.
# misconception: leaked-tracer
loss_curve = []


def grad_params(params, x, y):
    def loss(p):
        value = mlp_loss(p, x, y)
        loss_curve.append(value)
        return value

    return jax.grad(loss)(params)
